using System;
using System.Linq;
using GenNet.Gradient.Tests.Shapes;

namespace GenNet.Gradient.Tests.Jacobians;

/// <summary>Networks in a row: what flows out of the inputs of one flows into the outputs of the one before.</summary>
public class SequenceTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(7)]
    [InlineData(131)]
    public void Two_networks_in_a_row_are_trained_like_one(int rows)
    {
        FirstHalf first = Batch.Network<FirstHalf, double>();
        SecondHalf second = Batch.Network<SecondHalf, double>();
        var both = new BothHalves();
        for (int layer = 0; layer < 4; layer++)
        {
            foreach (string role in new[] { "weight", "bias" })
            {
                double[] values = layer < 2
                    ? FirstHalf.Layout.Read<double>(first.Parameters, $"{layer}.{role}") : SecondHalf.Layout.Read<double>(second.Parameters, $"{layer - 2}.{role}");
                BothHalves.Layout.Write<double>(both.Parameters, $"{layer}.{role}", values);
            }
        }

        (double[] inputs, double[] targets) = Batch.Of<BothHalves, double>(rows);
        double before = both.Evaluate(inputs, targets);
        var trainer = new Trainer<BothHalves, double>(both, new Sgd<double>(0.2)) { KeepGradients = true };
        Sgd<double> ofFirst = new(0.2), ofSecond = new(0.2);
        double[] hidden = new double[rows * FirstHalf.OutputSize], flow = new double[hidden.Length], inputGradients = new double[inputs.Length];
        double[] firstGradients = first.CreateGradients(), secondGradients = second.CreateGradients(), outputs = new double[targets.Length];
        for (int step = 0; step < 20; step++)
        {
            double[] expectedOfInputs = new double[inputs.Length];
            both.Backward(inputs, targets, both.CreateGradients(), expectedOfInputs);
            double expected = trainer.Step(inputs, targets);

            first.Forward(inputs, hidden);
            if (step % 2 == 0)
            {
                Assert.Equal(expected, second.Backward(hidden, targets, secondGradients, flow), 1e-12);
            }
            else
            {
                // The loss by hand too: d / dy of the mean of -d log y.
                second.Forward(hidden, outputs);
                double[] outputGradients = [.. outputs.Zip(targets, (y, d) => -d / y / rows)];
                second.VectorJacobianProduct(hidden, outputGradients, secondGradients, flow);
            }

            first.VectorJacobianProduct(inputs, flow, firstGradients, inputGradients);
            Assert.Equal(expectedOfInputs, inputGradients, (a, b) => Math.Abs(a - b) <= 1e-12);
            ofFirst.Update(first.Parameters, firstGradients);
            ofSecond.Update(second.Parameters, secondGradients);
        }

        for (int layer = 0; layer < 4; layer++)
        {
            double[] expected = BothHalves.Layout.Read<double>(both.Parameters, $"{layer}.weight");
            double[] actual = layer < 2 ? FirstHalf.Layout.Read<double>(first.Parameters, $"{layer}.weight") : SecondHalf.Layout.Read<double>(second.Parameters, $"{layer - 2}.weight");
            Assert.Equal(expected, actual, (a, b) => Math.Abs(a - b) <= 1e-11);
        }

        Assert.True(both.Evaluate(inputs, targets) < 0.9 * before, "Nothing was learned.");
    }
}
