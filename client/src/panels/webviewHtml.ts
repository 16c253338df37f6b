import { Uri, type Webview } from 'vscode';

/**
 * The HTML around a page of client/webview: nothing is loaded but its own script and style, and
 * those only with the nonce of this page.
 */
export function webviewHtml(
  webview: Webview,
  extensionUri: Uri,
  page: string,
  title: string,
): string {
  const nonce = newNonce();
  const address = (extension: string) =>
    escaped(webview.asWebviewUri(inDist(extensionUri, `${page}.${extension}`)).toString());
  return `<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="UTF-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'nonce-${nonce}'; script-src 'nonce-${nonce}'; base-uri 'none'; form-action 'none'">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escaped(title)}</title>
<link rel="stylesheet" nonce="${nonce}" href="${address('css')}">
</head>
<body>
<script nonce="${nonce}" src="${address('js')}"></script>
</body>
</html>`;
}

/** The only folder that pages may load anything from. */
export function pageFolder(extensionUri: Uri): Uri {
  return Uri.joinPath(extensionUri, 'dist', 'webview');
}

function inDist(extensionUri: Uri, file: string): Uri {
  return Uri.joinPath(pageFolder(extensionUri), file);
}

function escaped(text: string): string {
  return text.replace(/[&<>"']/g, character => `&#${character.charCodeAt(0)};`);
}

function newNonce(): string {
  return Array.from(crypto.getRandomValues(new Uint8Array(16)), byte =>
    byte.toString(16).padStart(2, '0'),
  ).join('');
}
