// Tables that are wider than the page can be scrolled by keyboard.

/** Puts what has to be scrolled into the order of the tab key, under the name of its heading, while it has to be. */
function follow(box, number) {
  const heading = nameOf(box);
  heading.id ||= `lebar-${number}`;
  new ResizeObserver(() => {
    const attributes = { tabindex: 0, role: 'group', 'aria-labelledby': heading.id };
    for (const [name, value] of Object.entries(attributes)) {
      if (box.scrollWidth > box.clientWidth) box.setAttribute(name, value);
      else box.removeAttribute(name);
    }
  }).observe(box);
}

function nameOf(box) {
  for (let node = box.previousElementSibling; node; node = node.previousElementSibling) {
    if (/^H[23]$/.test(node.tagName)) return node;
  }
  return box.closest('section').querySelector('h2');
}

export function startWideTables() {
  document.querySelectorAll('.gulir').forEach(follow);
}
