import { lines, present } from "./present.js";

present((parent) => {
  const field = parent.appendChild(document.createElement("input"));
  field.value = lines.join(" ");
  return { text: () => field.value, model: () => field.value };
});
