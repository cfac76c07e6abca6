using System;
using System.Collections.Generic;
using System.Linq;
using FsCheck;
using FsCheck.Fluent;

namespace GenNet.Fuzz.Networks;

/// <summary>Random networks, and how one that fails is made smaller.</summary>
internal static class NetworkCases
{
    /// <summary>Around the lengths of vectors, lines, tiles and blocks.</summary>
    private static readonly int[] Sizes = [1, 2, 3, 4, 5, 7, 8, 9, 15, 16, 17, 24, 31, 32, 33, 47, 48, 49, 63, 64, 65, 100, 127, 128, 129, 193, 257];

    private static readonly int[] BatchSizes = [1, 2, 3, 4, 5, 6, 7, 8, 9, 11, 12, 13, 16, 17, 127, 128, 129, 137];

    private static readonly string[] Hidden =
    [
        "Identity", "Sigmoid", "Tanh", "ReLU", "LeakyReLU", "ELU", "SELU", "GELU", "GELUTanh", "SiLU", "Softplus", "Softsign", "HardTanh",
    ];

    private static readonly string[] AnyOutput = ["HalfSquaredError", "MeanSquaredError", "MeanAbsoluteError", "Huber"];

    public static Arbitrary<NetworkCase> Arbitrary => Arb.From(Cases, Smaller);

    private static Gen<NetworkCase> Cases =>
        from depth in Gen.Choose(0, 5)
        from largest in Gen.Elements(4, 9, 33, 129, 257)
        from inputs in Size(largest)
        from hidden in Gen.ArrayOf(Layer(largest), depth)
        from end in End(largest)
        from precision in Gen.Elements("Float", "Double")
        from rows in Gen.ArrayOf(Gen.Elements(BatchSizes), 3)
        from targets in Gen.Elements("one-hot", "distribution", "numbers")
        from junk in Gen.Elements(0, 0.1, 1e30, double.NaN, double.NegativeInfinity)
        from seed in Gen.Choose(0, 1_000_000)
        select new NetworkCase(precision, end.Loss, inputs, Connected(inputs, hidden, end.Layer), [.. rows.Distinct().Order()], targets, junk, seed);

    private static Gen<int> Size(int largest) => Gen.Elements(Sizes.Where(size => size <= largest).ToArray());

    private static Gen<LayerCase> Layer(int largest) => Gen.Frequency(
        (5, Dense(largest, Hidden)), (2, Maxout(largest)), (1, Dropout), (1, Flatten), (4, Residual(largest, Hidden)));

    private static Gen<LayerCase> Dense(int largest, params string[] activations) =>
        from outputs in Size(largest)
        from activation in Gen.Elements(activations)
        from alpha in Gen.Elements<double?>(null, 0.3, 2, -0.5)
        from bias in Gen.Frequency((3, Gen.Constant(true)), (1, Gen.Constant(false)))
        select new LayerCase("Dense", outputs, activation, activation is "LeakyReLU" or "ELU" ? alpha : null, Bias: bias);

    private static Gen<LayerCase> Maxout(int largest) =>
        from outputs in Size(Math.Min(largest, 65))
        from pieces in Gen.Choose(2, 5)
        from bias in Gen.Elements(true, false)
        select new LayerCase("Maxout", outputs, "Identity", Pieces: pieces, Bias: bias);

    private static Gen<LayerCase> Dropout =>
        from rate in Gen.Elements(0, 0.1, 0.5, 0.9)
        select new LayerCase("Dropout", 0, "Identity", Rate: rate);

    private static Gen<LayerCase> Flatten => Gen.Constant(new LayerCase("Flatten", 1, "Identity"));

    /// <summary>Around layers of equal size there need be no projection.</summary>
    private static Gen<LayerCase> Residual(int largest, params string[] activations) =>
        from dense in Dense(largest, activations)
        from around in Gen.Frequency((3, Gen.Choose(1, 2)), (1, Gen.Choose(3, 9)))
        from projection in Gen.Frequency((3, Gen.Constant(false)), (1, Gen.Constant(true)))
        select dense with { Kind = "Residual", Around = around, Projection = projection };

    /// <summary>The last layer and a loss that fits it.</summary>
    private static Gen<(LayerCase Layer, string Loss)> End(int largest) => Gen.OneOf(
        from layer in Dense(largest, Hidden) from loss in Gen.Elements(AnyOutput) select (layer, loss),
        from layer in Maxout(largest) from loss in Gen.Elements(AnyOutput) select (layer, loss),
        from layer in Flatten from loss in Gen.Elements(AnyOutput) select (layer, loss),
        from layer in Residual(largest, Hidden) from loss in Gen.Elements(AnyOutput) select (layer, loss),
        from layer in Residual(largest, "Softmax") from loss in Gen.Elements([.. AnyOutput, "CrossEntropy", "CrossEntropy"]) select (layer, loss),
        from layer in Residual(largest, "Sigmoid") select (layer, "BinaryCrossEntropy"),
        from layer in Dense(largest, "Softmax") from loss in Gen.Elements([.. AnyOutput, "CrossEntropy", "CrossEntropy", "CrossEntropy"]) select (layer, loss),
        from layer in Dense(largest, "Sigmoid") select (layer, "BinaryCrossEntropy"),
        from layer in Dense(largest, "Step", "Sign") select (layer, "Perceptron"));

    /// <summary>Sizes from layer to layer. Thresholds stand alone; a residual connection goes around what is there; a network has weights.</summary>
    private static LayerCase[] Connected(int inputs, LayerCase[] hidden, LayerCase last)
    {
        LayerCase[] all = last.Activation is "Step" or "Sign" ? [last] : [.. hidden, last];
        var layers = new List<LayerCase>();
        bool isImage = NetworkCase.IsFlattened(all);
        int features = 0;
        foreach (LayerCase layer in all)
        {
            int size = layers.Count == 0 ? inputs : layers[^1].Outputs;
            int around = Math.Min(layer.Around, layers.Count - features);
            if (layer.HasSize)
                layers.Add(layer);
            else if (layer.Kind != "Residual")
                layers.Add(layer with { Outputs = size });
            else if (around > 0)
                layers.Add(layer with { Outputs = size, Around = around, Projection = !isImage && (layer.Projection || SizeBefore(around) != size) });

            // Nothing goes around the flatten that makes features of an image.
            if (isImage && layer.Kind == "Flatten")
                (isImage, features) = (false, layers.Count);
        }

        int SizeBefore(int around) => around == layers.Count ? inputs : layers[^(around + 1)].Outputs;
        bool endsInLast = last.Kind != "Residual" || (layers.Count > 0 && layers[^1].Kind == "Residual" && layers[^1].Activation == last.Activation);
        if (endsInLast && layers.Any(layer => layer.HasWeights))
            return [.. layers];
        return Connected(inputs, hidden, last with { Kind = "Dense", Outputs = Math.Max(1, last.Outputs), Around = 0, Projection = false });
    }

    /// <summary>What comes out as it went in would be made smaller for ever.</summary>
    private static IEnumerable<NetworkCase> Smaller(NetworkCase network) => Candidates(network).Where(smaller => smaller.ToString() != network.ToString());

    private static IEnumerable<NetworkCase> Candidates(NetworkCase network)
    {
        foreach (int rows in network.Rows)
        {
            if (network.Rows.Length > 1)
                yield return network with { Rows = [rows] };
            else if (rows > 1)
                yield return network with { Rows = [rows / 2] };
        }

        if (network.Junk != 0)
            yield return network with { Junk = 0 };
        for (int i = 0; i < network.Layers.Length - 1; i++)
            yield return With(network, network.Layers.Where((_, at) => at != i));
        if (network.Inputs > 1)
            yield return With(network with { Inputs = network.Inputs / 2 }, network.Layers);
        for (int i = 0; i < network.Layers.Length; i++)
        {
            foreach (LayerCase layer in Smaller(network.Layers[i], isLast: i == network.Layers.Length - 1))
                yield return With(network, network.Layers.Select((old, at) => at == i ? layer : old));
        }

        if (network.Precision == "Float")
            yield return network with { Precision = "Double" };
        if (network.Targets != "one-hot")
            yield return network with { Targets = "one-hot" };
        if (network.Seed > 0)
            yield return network with { Seed = network.Seed / 2 };
    }

    private static IEnumerable<LayerCase> Smaller(LayerCase layer, bool isLast)
    {
        if (layer.Outputs > 1 && layer.HasSize)
        {
            yield return layer with { Outputs = layer.Outputs / 2 };
            yield return layer with { Outputs = layer.Outputs - 1 };
        }

        if (layer.Pieces > 2)
            yield return layer with { Pieces = layer.Pieces - 1 };
        if (layer.Around > 1)
            yield return layer with { Around = layer.Around - 1 };
        if (layer.Projection)
            yield return layer with { Projection = false };
        if (layer.Alpha is not null)
            yield return layer with { Alpha = null };
        if (!layer.Bias)
            yield return layer with { Bias = true };
        if (!isLast && layer.Activation != "Identity")
            yield return layer with { Activation = "Identity", Alpha = null };
    }

    private static NetworkCase With(NetworkCase network, IEnumerable<LayerCase> layers)
    {
        LayerCase[] all = [.. layers];
        return network with { Layers = Connected(network.Inputs, all[..^1], all[^1]) };
    }
}
