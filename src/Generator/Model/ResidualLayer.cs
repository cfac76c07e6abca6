using System.Collections.Generic;
using GenNet.CompilerServices;
using GenNet.Generator.Expressions;

namespace GenNet.Generator.Model;

/// <summary>A residual connection: activation(x + s), with the output x of the layers before it and their input s, or a dense layer's output of s.</summary>
/// <param name="Name">The prefix of the projection's tensors; empty without one.</param>
/// <param name="Input">The shape of what comes in.</param>
/// <param name="Output">The shape of what goes out, the same.</param>
/// <param name="Layers">How many layers it goes around: those directly before it.</param>
/// <param name="Source">The shape of what comes into the first of them. Without a projection it is that of <paramref name="Input"/>.</param>
/// <param name="Activation">The function on the sum.</param>
/// <param name="Projection">Whether a dense layer stands on the way past: weight [outputs, inputs] with the sizes of input and source.</param>
/// <param name="Bias">Whether the projection adds a bias; false without one.</param>
/// <param name="Init">How the weights of the projection are drawn; Zeros without one.</param>
/// <param name="Window">The geometry of the projection, where it is a convolution of images; null where it is a dense layer.</param>
internal sealed record ResidualLayer(
    string Name, Shape Input, Shape Output, int Layers, Shape Source, ActivationFunction Activation, bool Projection, bool Bias, WeightInit Init, Window? Window = null)
    : LayerModel(Name, Input, Output, Activation)
{
    public override string Title => $"Residual over {Layers}{(Projection ? ", projected" : "")}";

    public override string Declared
    {
        get
        {
            List<string> details = [$"{Layers} layers", Activation.Declared];
            if (Projection)
                details.Add(Window is { } window ? "projected " + WindowText.Of(window) : "projected");
            return Declare([.. details]);
        }
    }

    public override bool HasWeights => Projection;

    public override bool HasOutputsOfInputs => true;

    public override bool HasStraightLineForm => Window is null && Input.Rank == 1;

    public override bool ComputesSteps => Window is null;

    /// <summary>The addition is no module; the projection would be one.</summary>
    public override int Modules => (Projection ? 1 : 0) + (Activation.Kind == GenNet.Activation.Identity ? 0 : 1);

    protected override Quantity WeightNumbers => Window is { } window ? window.Filters * ((Quantity)window.Image.Channels + 32) : (Source.Count + 1) * (Units + 32);
}
