const tokens = /(\/\/.*)|("(?:[^"\\]|\\.)*")|\b(private|internal|static|void|double|float|int|for|if|else|return|new|out|ref|in)\b|\b(d?[zabxydW]\d*|d[zabWx]\d+)\b/g;

/**
 * Emitted C# as elements: comments, keywords and the names of tensors are marked, so that a page can say what they hold.
 * @param {string} code
 * @param {(name: string) => string} explain The title of a tensor's name; empty where it has none.
 */
export function codeBlock(code, explain) {
  const block = document.createElement('pre');
  block.tabIndex = 0;
  let end = 0;
  for (const match of code.matchAll(tokens)) {
    const [text, comment, string, keyword, tensor] = match;
    block.append(code.slice(end, match.index));
    end = match.index + text.length;
    const kind = comment ? 'comment' : string ? 'string' : keyword ? 'keyword' : tensor && explain(tensor) ? 'tensor' : '';
    if (!kind) {
      block.append(text);
      continue;
    }
    const mark = document.createElement('span');
    mark.className = kind;
    mark.textContent = text;
    if (kind === 'tensor')
      mark.title = explain(tensor);
    block.append(mark);
  }
  block.append(code.slice(end));
  return block;
}
