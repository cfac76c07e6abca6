// ONNX Runtime's side of the comparison: reads requests as JSON lines, answers each with one. README.md describes them.
'use strict';
const fs = require('fs');
const path = require('path');
const readline = require('readline');
const ort = require('onnxruntime-node');

const threads = Number(process.argv[2]);

function readFloats(file) {
  const bytes = fs.readFileSync(file);
  return new Float32Array(bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.byteLength));
}

function version() {
  const entry = require.resolve('onnxruntime-node');
  return JSON.parse(fs.readFileSync(path.join(path.dirname(entry), '..', 'package.json'), 'utf8')).version;
}

// A session with the model that holds GenNet's weights, and the batches of one case.
async function load(request) {
  const session = await ort.InferenceSession.create(request.model, {
    intraOpNumThreads: threads, interOpNumThreads: 1, executionMode: 'sequential', graphOptimizationLevel: 'all',
  });
  const inputs = readFloats(path.join(request.folder, 'inputs.f32'));
  const size = request.batch * request.sizes[0];
  const batches = [];

  // A model of one step takes its state, [1, 1, units], behind the input, and gives it back as hn and cn.
  const states = session.inputNames.slice(1);
  for (let i = 0; i < request.batches; i++) {
    const rows = inputs.slice(i * size, (i + 1) * size);
    batches.push({ x: new ort.Tensor('float32', rows, states.length ? [1, 1, request.sizes[0]] : [request.batch, request.sizes[0]]) });
  }
  return { session, batches, states, units: request.sizes[1] };
}

// The next step of a sequence; the state is that before the first one at the start of a loop.
function stepper({ session, states, units }) {
  const state = Object.fromEntries(states.map(name => [name, new ort.Tensor('float32', new Float32Array(units), [1, 1, units])]));
  return async batch => {
    const results = await session.run({ ...batch, ...state });
    for (const name of states) state[name] = results[name + 'n'];
    return results;
  };
}

function runner(loaded) {
  return loaded.states.length ? stepper(loaded) : batch => loaded.session.run(batch);
}

async function outputs(loaded, file) {
  const parts = [], run = runner(loaded);
  for (const batch of loaded.batches) {
    const { y } = await run(batch);
    parts.push(Buffer.from(y.data.buffer, y.data.byteOffset, y.data.byteLength));
  }
  fs.writeFileSync(file, Buffer.concat(parts));
}

async function measure(loaded, iterations) {
  const { batches } = loaded, run = runner(loaded);
  const start = process.hrtime.bigint();
  for (let i = 0, next = 0; i < iterations; i++) {
    await run(batches[next]);
    next = next + 1 === batches.length ? 0 : next + 1;
  }
  return Number(process.hrtime.bigint() - start) / 1e9;
}

async function main() {
  const answer = fields => process.stdout.write(JSON.stringify(fields) + '\n');
  answer({ name: 'ONNX Runtime', version: version(), detail: `Node.js ${process.versions.node}`, threads });
  let loaded = null;
  for await (const line of readline.createInterface({ input: process.stdin })) {
    const request = JSON.parse(line);
    try {
      if (request.op === 'load') {
        if (loaded) await loaded.session.release();
        loaded = await load(request);
        answer({});
      } else if (request.op === 'outputs') {
        await outputs(loaded, request.path);
        answer({});
      } else if (request.op === 'measure') {
        answer({ seconds: await measure(loaded, request.iterations), iterations: request.iterations });
      } else if (request.op === 'quit') {
        break;
      } else {
        answer({ error: `there is no '${request.op}' here` });
      }
    } catch (error) {
      answer({ error: String(error) });
    }
  }
  process.exit(0);
}

main();
