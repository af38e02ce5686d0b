import { createElement, useState } from "react";
import { createRoot } from "react-dom/client";
import { lines, present } from "./present.js";

let held = "";
function Field() {
  const [value, setValue] = useState(lines.join("\n"));
  held = value;
  return createElement("textarea", {
    value,
    rows: 10,
    onChange: (event) => setValue(event.target.value),
  });
}

present((parent) => {
  createRoot(parent).render(createElement(Field));
  return { text: () => held, model: () => held };
});
