// Puts back the reader's choice of light or dark before the page is drawn, so that nothing flashes.
"use strict";

{
  /** @type {{color?: Record<string, string>} | null} */
  const kept = /** @type {any} */ (window).__md_get("__palette");
  const color = kept?.color;
  if (color) {
    if (color.media === "(prefers-color-scheme)") {
      const wanted = matchMedia("(prefers-color-scheme: light)").matches ? "light" : "dark";
      const option = document.querySelector(`[data-md-color-media="(prefers-color-scheme: ${wanted})"]`);
      for (const name of ["media", "scheme", "primary", "accent"]) {
        color[name] = option?.getAttribute(`data-md-color-${name}`) ?? color[name];
      }
    }
    for (const [name, value] of Object.entries(color)) {
      document.body.setAttribute(`data-md-color-${name}`, value);
    }
  }
}
