using System;
using System.Collections.Immutable;
using System.Globalization;
using System.Linq;
using System.Numerics;
using System.Text;

namespace GenNet;

/// <summary>The activations and gradients of every layer on a batch: what to look at when a network does not learn.</summary>
public sealed class NetworkInspection
{
    private const int Bins = 50;

    private NetworkInspection(string network, double loss, ImmutableArray<LayerInspection> layers)
    {
        Network = network;
        Loss = loss;
        Layers = layers;
    }

    /// <summary>The name of the network class.</summary>
    public string Network { get; }

    /// <summary>The mean loss of the batch; of a network with dropout, under one mask.</summary>
    public double Loss { get; }

    /// <summary>The layers in order.</summary>
    public ImmutableArray<LayerInspection> Layers { get; }

    /// <summary>Runs a batch forward and backward; the network stays as it is.</summary>
    /// <param name="network">The network.</param>
    /// <param name="inputs">[n x InputSize], at least one row.</param>
    /// <param name="targets">[n x OutputSize].</param>
    /// <exception cref="ArgumentException">The lengths are not those of the same number of rows, or there is no row.</exception>
    public static NetworkInspection Of<TNet, T>(TNet network, ReadOnlySpan<T> inputs, ReadOnlySpan<T> targets)
        where TNet : class, INetwork<TNet, T>
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        ArgumentNullException.ThrowIfNull(network);
        var gradients = new T[network.Parameters.Length];
        double loss = double.CreateTruncating(network.Backward(inputs, targets, gradients, TNet.CreateWorkspace()));

        ImmutableArray<ReadOnlyMemory<T>> activations = network.Activations(inputs);
        var layers = ImmutableArray.CreateBuilder<LayerInspection>(TNet.Layers.Length);
        for (int i = 0; i < activations.Length; i++)
        {
            LayerInfo layer = TNet.Layers[i];
            layers.Add(Inspect(layer, activations[i].Span, NormOf<T>(layer, TNet.Layout, gradients)));
        }

        return new NetworkInspection(typeof(TNet).Name, loss, layers.MoveToImmutable());
    }

    /// <summary>A table with a line for each layer.</summary>
    public override string ToString()
    {
        var text = new StringBuilder(string.Create(CultureInfo.InvariantCulture, $"{Network}, loss {Loss:G4}\n"));
        text.Append("layer                         mean   deviation   gradient norm   saturated   dead\n");
        foreach (LayerInspection layer in Layers)
        {
            string name = $"{layer.Layer.Name}  {layer.Layer.Kind}, {layer.Layer.ActivationName}";
            text.Append(CultureInfo.InvariantCulture, $"{name,-24}{layer.Mean,10:G4}{layer.Deviation,12:G4}{layer.GradientNorm,16:G4}{Percent(layer.Saturated),12}{Percent(layer.Dead),7}\n");
        }

        return text.ToString();
    }

    private static string Percent(double? fraction) => fraction?.ToString("P0", CultureInfo.InvariantCulture) ?? "";

    private static LayerInspection Inspect<T>(LayerInfo layer, ReadOnlySpan<T> activations, double gradientNorm)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        double sum = 0, from = double.PositiveInfinity, to = double.NegativeInfinity;
        foreach (T activation in activations)
        {
            double a = double.CreateTruncating(activation);
            sum += a;
            from = Math.Min(from, a);
            to = Math.Max(to, a);
        }

        double mean = sum / activations.Length, squares = 0;
        var counts = new long[Bins];
        foreach (T activation in activations)
        {
            double a = double.CreateTruncating(activation);
            squares += (a - mean) * (a - mean);
            if (Histogram.Bin(a, from, to, Bins) is >= 0 and int bin)
                counts[bin]++;
        }

        (double? saturated, double? dead) = Saturated(layer, activations);
        return new LayerInspection
        {
            Layer = layer,
            Mean = mean,
            Deviation = Math.Sqrt(squares / activations.Length),
            Histogram = new Histogram(from, to, [.. counts]),
            GradientNorm = gradientNorm,
            Saturated = saturated,
            Dead = dead,
        };
    }

    private static (double? Saturated, double? Dead) Saturated<T>(LayerInfo layer, ReadOnlySpan<T> activations)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        if (Saturation.Of(layer.Activation) is not { } isSaturated)
            return (null, null);
        long count = 0;
        int rows = activations.Length / layer.Outputs, dead = 0;
        for (int unit = 0; unit < layer.Outputs; unit++)
        {
            int ofUnit = 0;
            for (int row = 0; row < rows; row++)
            {
                if (isSaturated(double.CreateTruncating(activations[row * layer.Outputs + unit])))
                    ofUnit++;
            }

            count += ofUnit;
            if (ofUnit == rows)
                dead++;
        }

        return (count / (double)activations.Length, dead / (double)layer.Outputs);
    }

    private static double NormOf<T>(LayerInfo layer, Layout layout, ReadOnlySpan<T> gradients)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        double squares = 0;
        foreach (TensorInfo tensor in layout.Tensors)
        {
            if (tensor.Name != layer.Name + ".weight" && tensor.Name != layer.Name + ".bias")
                continue;
            foreach (T gradient in layout.Read(gradients, tensor.Name))
                squares += double.CreateTruncating(gradient) * double.CreateTruncating(gradient);
        }

        return Math.Sqrt(squares);
    }
}
