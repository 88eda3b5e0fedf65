// Small comforts. Everything works without this file.
(() => {
  "use strict";

  const enhance = (root) => {
    root.querySelectorAll("[data-dismiss]").forEach((button) => {
      button.hidden = false;
    });
    root.querySelectorAll("[data-counter-for]").forEach(count);
  };

  // A counter warns instead of cutting off: what was pasted stays, the server has the last word.
  const count = (counter) => {
    const field = document.getElementById(counter.dataset.counterFor);
    if (!field || counter.dataset.on) return;
    counter.dataset.on = "yes";
    field.removeAttribute("maxlength");
    const limit = Number(counter.dataset.limit);
    const english = document.documentElement.lang.startsWith("en");
    const show = () => {
      const left = limit - field.value.replace(/\n/g, "\r\n").length;
      counter.classList.toggle("counter-over", left < 0);
      counter.textContent = english
        ? `${Math.abs(left)} characters ${left < 0 ? "too many" : "left"}`
        : left < 0 ? `${-left} tekens te veel` : `Nog ${left} tekens`;
    };
    field.addEventListener("input", show);
    show();
  };

  document.addEventListener("click", (event) => {
    const close = event.target.closest("[data-dismiss]");
    if (close) {
      const notice = close.closest(".notice");
      notice.remove();
      document.getElementById("inhoud")?.focus({ preventScroll: true });
    }
    document.querySelectorAll("details.menu[open]").forEach((menu) => {
      if (!menu.contains(event.target)) menu.open = false;
    });
    const print = event.target.closest("[data-print]");
    if (print) window.print();
  });

  document.addEventListener("keydown", (event) => {
    if (event.key !== "Escape") return;
    document.querySelectorAll("details.menu[open]").forEach((menu) => {
      menu.open = false;
      menu.querySelector("summary").focus();
    });
  });

  // Facets and sort orders send their form at once where a script can; else there is a button.
  document.addEventListener("change", (event) => {
    const form = event.target.closest("form[data-submit-on-change]");
    if (form) form.requestSubmit();
  });

  // What somebody is reading by keyboard stays: replacing it would throw them back to the top.
  document.addEventListener("htmx:beforeSwap", (event) => {
    const target = event.detail.target;
    if (target.id === "suggesties" && target.contains(document.activeElement)) {
      event.detail.shouldSwap = false;
    }
  });

  document.addEventListener("DOMContentLoaded", () => enhance(document));
  document.addEventListener("htmx:load", (event) => enhance(event.detail.elt));
})();
