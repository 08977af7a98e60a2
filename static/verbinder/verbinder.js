// The little that HTML cannot do by itself. Every page works without it.
(() => {
  "use strict";

  const opslaand = (form) => form instanceof HTMLFormElement && form.method === "post";
  const beginstand = new WeakMap();
  const stand = (form) =>
    new URLSearchParams(
      [...new FormData(form)].filter(([naam, waarde]) => naam !== "csrfmiddlewaretoken" && typeof waarde === "string"),
    ).toString();

  // Remember how a form looked when somebody began in it.
  document.addEventListener("focusin", ({ target }) => {
    const form = target.form;
    if (opslaand(form) && !beginstand.has(form)) beginstand.set(form, stand(form));
  });

  document.addEventListener("keydown", (gebeurtenis) => {
    const form = gebeurtenis.target.form;
    if (!opslaand(form)) return;
    // Ctrl+Enter (Cmd+Enter) saves from any field.
    if (gebeurtenis.key === "Enter" && (gebeurtenis.ctrlKey || gebeurtenis.metaKey)) {
      gebeurtenis.preventDefault();
      form.requestSubmit();
    }
    // Esc follows "Annuleren", and asks first when something was typed.
    const annuleren = form.querySelector("[data-annuleren]");
    if (gebeurtenis.key === "Escape" && annuleren) {
      const gewijzigd = beginstand.has(form) && beginstand.get(form) !== stand(form);
      if (!gewijzigd || window.confirm("Wilt u stoppen? Wat u hier invulde, wordt niet bewaard.")) annuleren.click();
    }
  });

  const vrij = (form) => {
    delete form.dataset.bezig;
    form.classList.remove("bezig");
  };
  document.addEventListener("submit", (gebeurtenis) => {
    const form = gebeurtenis.target;
    const tegenhouden = () => {
      gebeurtenis.preventDefault();
      gebeurtenis.stopImmediatePropagation();
    };
    // Ask before an act that cannot be undone.
    const vraag = gebeurtenis.submitter?.dataset.vraag;
    if (vraag && !window.confirm(vraag)) return tegenhouden();
    // A form is sent once. The server keeps that promise; this only spares the second click.
    if (!opslaand(form)) return;
    if (form.dataset.bezig) return tegenhouden();
    form.dataset.bezig = "ja";
    form.classList.add("bezig");
    // A download leaves the page where it is.
    window.setTimeout(vrij, 8000, form);
  }, true);
  document.addEventListener("htmx:afterRequest", ({ detail }) => {
    const form = detail.elt.closest("form");
    if (form) vrij(form);
  });

  // Back from the browser's memory: the page is old, and so is the key of its form.
  window.addEventListener("pageshow", ({ persisted }) => {
    if (persisted) window.location.reload();
  });

  // A menu that is wider than a phone begins where you are.
  for (const hier of document.querySelectorAll("nav li > [aria-current]")) {
    const lijst = hier.closest("ul, ol");
    const midden = (vak) => vak.left + vak.width / 2;
    lijst.scrollLeft += midden(hier.getBoundingClientRect()) - midden(lijst.getBoundingClientRect());
  }

  // A choice that decides by itself, such as a list of years, needs no button.
  document.addEventListener("change", ({ target }) => {
    if (target.dataset.verstuurBijWijziging !== undefined) target.form.requestSubmit();
  });
})();
