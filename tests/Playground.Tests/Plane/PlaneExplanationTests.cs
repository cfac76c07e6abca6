using System;
using System.Linq;
using GenNet;
using Playground.Browser;

namespace Playground.Tests.Plane;

/// <summary>The numbers of the formulas, for every declaration that can be chosen.</summary>
public class PlaneExplanationTests
{
    public static TheoryData<string> Networks => [.. PlaneNetworks.Names];

    [Theory]
    [MemberData(nameof(Networks))]
    public void The_terms_of_each_parameter_add_up_to_its_gradient(string network)
    {
        PlaneSession session = Session(network);
        PlaneExplanation explanation = session.Explain();
        float[] gradients = session.Gradients();
        int number = 0;
        for (int layer = 0; layer < session.Model.Layers.Length; layer++)
        {
            LayerInfo info = session.Model.Layers[layer];
            for (int unit = 0; unit < info.Outputs; unit++)
            {
                for (int input = 0; input < info.Inputs; input++)
                    Assert.Equal(gradients[number++], Sum(explanation.Terms(layer, unit, input)), 1e-5f);
            }

            for (int unit = 0; unit < info.Outputs; unit++)
                Assert.Equal(gradients[number++], Sum(explanation.Terms(layer, unit, input: -1)), 1e-5f);
        }

        Assert.Equal(gradients.Length, number);
    }

    [Theory]
    [MemberData(nameof(Networks))]
    public void The_numbers_of_a_row_follow_from_each_other(string network)
    {
        PlaneSession session = Session(network);
        PlaneExplanation explanation = session.Explain();
        Model model = session.Model;
        int rows = explanation.Points.Length;
        for (int row = 0; row < rows; row++)
        {
            float[] numbers = explanation.Row(row);
            int start = 0;
            foreach (LayerInfo layer in model.Layers)
            {
                for (int unit = 0; unit < layer.Outputs; unit++)
                {
                    float z = numbers[start + unit], a = numbers[start + layer.Outputs + unit];
                    float da = numbers[start + 2 * layer.Outputs + unit], dz = numbers[start + 3 * layer.Outputs + unit];
                    Assert.Equal(Apply(layer.Activation, z), a, 1e-5);
                    double expected = layer == model.Layers[^1]
                        ? (a - session.Points[explanation.Points[row]].Class) / rows
                        : da * Slope(layer.Activation, z);
                    Assert.Equal(expected, dz, 1e-5);
                }

                start += 4 * layer.Outputs;
            }

            Assert.Equal(numbers.Length, start);
        }
    }

    [Fact]
    public void One_look_has_the_batch_the_gradients_the_terms_and_a_row()
    {
        PlaneSession session = Session(nameof(Tanh4));
        PlaneExplanation explanation = session.Explain();
        float[] points = [.. explanation.Points.ToArray().Select(point => (float)point)];
        float[] expected = [6, 2, .. points, .. session.Gradients(), .. explanation.Terms(1, 0, 3), .. explanation.Row(2)];
        Assert.Equal(expected, session.Explain(layer: 1, unit: 0, input: 3, row: 2));
        Assert.Equal(5, session.Explain(layer: 1, unit: 0, input: 3, row: 100)[1]);

        session.Clear();
        Assert.Equal(new float[2 + 17], session.Explain(layer: 1, unit: 0, input: 3, row: 2));
    }

    private static PlaneSession Session(string network)
    {
        var session = new PlaneSession();
        session.Draw("moons", seed: 4);
        session.Choose(network, seed: 5);
        session.Use(new TrainingSettings(nameof(Sgd), 0.3, Batch: 6));
        session.Training.Run(7, TimeSpan.FromMinutes(1));
        return session;
    }

    private static float Sum(float[] terms) => terms.Chunk(2).Sum(term => term[0] * term[1]);

    private static double Apply(Activation? function, double z) => function switch
    {
        Activation.Sigmoid => 1 / (1 + Math.Exp(-z)),
        Activation.Tanh => Math.Tanh(z),
        Activation.ReLU => Math.Max(z, 0),
        Activation.SiLU => z / (1 + Math.Exp(-z)),
        _ => throw new ArgumentOutOfRangeException(nameof(function), function, null),
    };

    private static double Slope(Activation? function, double z) => (Apply(function, z + 1e-6) - Apply(function, z - 1e-6)) / 2e-6;
}
