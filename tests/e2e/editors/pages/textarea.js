import { lines, present } from "./present.js";

present((parent) => {
  const field = parent.appendChild(document.createElement("textarea"));
  field.rows = 10;
  field.value = lines.join("\n");
  return { text: () => field.value, model: () => field.value };
});
