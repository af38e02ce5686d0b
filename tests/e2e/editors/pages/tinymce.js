import { presentTinymce } from "./present-tinymce.js";

presentTinymce({ inline: true });
