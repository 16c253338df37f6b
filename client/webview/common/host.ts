/** The side of VS Code that a page talks to. */
export interface Host<Sent, State> {
  post(message: Sent): void;
  /** What the page left when it was last shown. */
  saved(): State | undefined;
  save(state: State): void;
}

interface VsCodeApi {
  postMessage(message: unknown): void;
  getState(): unknown;
  setState(state: unknown): void;
}

declare function acquireVsCodeApi(): VsCodeApi;

/** Connects the page; VS Code allows that once. */
export function connectHost<Sent, State>(receive: (message: unknown) => void): Host<Sent, State> {
  const api = acquireVsCodeApi();
  // Only VS Code can post to a webview's page.
  window.addEventListener('message', ({ data }: MessageEvent<unknown>) => receive(data));
  return {
    post: message => api.postMessage(message),
    saved: () => api.getState() as State | undefined,
    save: state => api.setState(state),
  };
}
