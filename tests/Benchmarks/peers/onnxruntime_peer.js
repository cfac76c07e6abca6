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
  for (let i = 0; i < request.batches; i++) {
    const rows = inputs.slice(i * size, (i + 1) * size);
    batches.push({ x: new ort.Tensor('float32', rows, [request.batch, request.sizes[0]]) });
  }
  return { session, batches };
}

async function outputs({ session, batches }, file) {
  const parts = [];
  for (const batch of batches) {
    const { y } = await session.run(batch);
    parts.push(Buffer.from(y.data.buffer, y.data.byteOffset, y.data.byteLength));
  }
  fs.writeFileSync(file, Buffer.concat(parts));
}

async function measure({ session, batches }, iterations) {
  const start = process.hrtime.bigint();
  for (let i = 0, next = 0; i < iterations; i++) {
    await session.run(batches[next]);
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
