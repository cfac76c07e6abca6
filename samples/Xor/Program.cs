// The smallest network that learns something a single neuron cannot: XOR, with 2-2-1 sigmoid units.
// Full-batch gradient descent on binary cross-entropy. The lecture sums the loss over its four samples and takes a learning
// rate of 0.1; the loss here is their mean, so the same step is 0.4. Usage: Xor [seed]
using System;
using System.Globalization;
using GenNet;

CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
int seed = 1;
if (args.Length > 1 || (args.Length == 1 && !int.TryParse(args[0], out seed)))
{
    Console.Error.WriteLine("usage: Xor [seed]   (a whole number, 1 by default)");
    return 1;
}

float[] inputs = [0, 0, 0, 1, 1, 0, 1, 1];
float[] targets = [0, 1, 1, 0];

var net = new XorNet(seed);
var trainer = new Trainer<XorNet>(net, new Sgd(0.4f));
float loss = 0;
for (int epoch = 1; epoch <= 10_000; epoch++)
{
    loss = trainer.Step(inputs, targets);
    if (epoch is 1 or 100 or 1_000 || epoch % 2_500 == 0)
        Console.WriteLine($"epoch {epoch,6}   loss {loss:F4}");
}

var outputs = new float[4];
net.Forward(inputs, outputs);
Console.WriteLine();
Console.WriteLine("x1  x2   y        XOR");
bool solved = true;
for (int i = 0; i < 4; i++)
{
    solved &= (outputs[i] > 0.5f) == (targets[i] == 1);
    Console.WriteLine($" {inputs[2 * i]}   {inputs[2 * i + 1]}   {outputs[i]:F4}   {targets[i]}");
}

// With two hidden units there are local minima: some seeds end in one, and no further epoch helps.
Console.WriteLine(solved
    ? $"Seed {seed} has learned XOR."
    : $"Seed {seed} has ended in a local minimum (loss {loss:F4}): gradient descent cannot leave it. Try another seed.");
return 0;

/// <summary>The lecture's network; its loss follows from the last sigmoid: binary cross-entropy.</summary>
[Network]
[Dense(2, 2, Activation.Sigmoid)]
[Dense(1, Activation.Sigmoid)]
internal sealed partial class XorNet;
