// .NET itself. The page's side, and what the messages mean, is engine.js.
import { dotnet } from '../framework/dotnet.js';
import configuration from '../framework/resources.js';

const running = new Map();
const starting = start();

async function start() {
  const runtime = await dotnet.withConfig(configuration).create();
  return (await runtime.getAssemblyExports(configuration.mainAssemblyName)).Playground.Browser;
}

async function method(name) {
  const [type, member] = name.split('.');
  const found = (await starting)[type]?.[member];
  if (!found)
    throw new Error(`there is no method ${name}`);
  return found;
}

onmessage = async ({ data: { id, kind, method: name, args } }) => {
  try {
    switch (kind) {
      case 'ready':
        await starting;
        postMessage({ id, kind: 'value' });
        break;
      case 'call':
        postMessage({ id, kind: 'value', value: (await method(name))(...args) });
        break;
      case 'run':
        await run(id, await method(name), args);
        break;
      case 'next':
        running.get(id)?.();
        break;
      case 'stop':
        running.get(id)?.(true);
        running.delete(id);
        break;
    }
  } catch (error) {
    running.delete(id);
    postMessage({ id, kind: 'error', value: error.message ?? String(error) });
  }
};

/** Slice after slice. The message that asks for the next one comes behind those that were sent before it, so these are answered first. */
async function run(id, slice, args) {
  for (let stopped = false; !stopped;) {
    const next = new Promise(resolve => running.set(id, resolve));
    postMessage({ id, kind: 'report', value: slice(...args) });
    stopped = await next;
  }
  postMessage({ id, kind: 'value' });
}
