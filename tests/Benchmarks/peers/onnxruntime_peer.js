// ONNX Runtime's side of the comparison: inference of the model that the PyTorch peer has written.
// Reads commands as lines of JSON, answers in kind. usage: onnxruntime_peer.js THREADS
const fs = require('fs'), path = require('path'), readline = require('readline');
const ort = require('onnxruntime-node');
const threads = Number(process.argv[2]);
const state = {};

const commands = {
  async load(command) {
    Object.assign(state, command);
    const bytes = fs.readFileSync(path.join(command.folder, 'inputs.f32'));
    const x = new Float32Array(bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.length));
    state.feed = { x: new ort.Tensor('float32', x, [command.batch, command.sizes[0]]) };
    state.session = await ort.InferenceSession.create(path.join(command.folder, 'model.onnx'),
      { intraOpNumThreads: threads, interOpNumThreads: 1 });
    return {};
  },
  async outputs() {
    const { y } = await state.session.run(state.feed);
    fs.writeFileSync(path.join(state.folder, 'outputs.f32'), Buffer.from(y.data.buffer, y.data.byteOffset, y.data.byteLength));
    return {};
  },
  async losses() { return {}; },
  async time(command) {
    const start = process.hrtime.bigint();
    for (let i = 0; i < command.times; i++) await state.session.run(state.feed);
    return { seconds: Number(process.hrtime.bigint() - start) / 1e9 };
  },
};

console.log(JSON.stringify({ version: 'ONNX Runtime ' + require('onnxruntime-node/package.json').version }));
(async () => {
  for await (const line of readline.createInterface({ input: process.stdin })) {
    const command = JSON.parse(line);
    let answer;
    try { answer = await commands[command.command](command); } catch (error) { answer = { error: String(error) }; }
    console.log(JSON.stringify(answer));
  }
})();
