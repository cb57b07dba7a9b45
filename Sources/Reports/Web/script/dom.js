// Elements of the page. Values enter it as text only, never as markup.

export const byId = (id) => document.getElementById(id);

/** An element with its class and its content: texts and other elements; what is empty is left out. */
export function element(tag, className = '', ...content) {
  const node = document.createElement(tag);
  if (className) node.className = className;
  node.append(...content.filter((part) => part !== '' && part !== null && part !== undefined));
  return node;
}

export function button(className, label, action) {
  const node = element('button', className, label);
  node.type = 'button';
  node.addEventListener('click', action);
  return node;
}

/** The heading of a row or a column of a table. */
export function heading(scope, label, className = '') {
  const node = element('th', className, label);
  node.scope = scope;
  return node;
}

/** A shape of SVG with its attributes. */
export function shape(tag, attributes, ...content) {
  const node = document.createElementNS('http://www.w3.org/2000/svg', tag);
  for (const [name, value] of Object.entries(attributes)) node.setAttribute(name, value);
  node.append(...content);
  return node;
}
