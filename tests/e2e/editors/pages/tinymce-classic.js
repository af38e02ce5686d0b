import { presentTinymce } from "./present-tinymce.js";
import "tinymce/skins/ui/oxide/skin.js";
import "tinymce/skins/ui/oxide/content.js";

presentTinymce({ inline: false });
