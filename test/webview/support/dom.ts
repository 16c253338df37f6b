import { Window } from 'happy-dom';

/** A page for the views to be made in; imported before they are used. */
const page = new Window({ url: 'https://page.test/' });

Object.assign(globalThis, {
  window: page,
  document: page.document,
  Event: page.Event,
  KeyboardEvent: page.KeyboardEvent,
  DOMParser: page.DOMParser,
});
