// What has been written and not saved: kept as long as the tab is open, through every reload.

const key = (which) => `tolkbar:draft:${JSON.stringify(which)}`;

/** Return the draft of a text with what it was made of, null where there is none. */
export function kept(which) {
  try {
    return JSON.parse(sessionStorage.getItem(key(which)));
  } catch {
    return null;
  }
}

/** Keep a draft: one list of parts for each form, and what stood in the catalog when it was begun. */
export function keep(which, forms, seen) {
  try {
    sessionStorage.setItem(key(which), JSON.stringify({ forms, seen }));
  } catch {
    // a browser that keeps nothing still saves
  }
}

/** Forget the draft of a text: it is saved, or not wanted. */
export function forget(which) {
  sessionStorage.removeItem(key(which));
}
