using GenNet.Generator.Operations;

namespace GenNet.Generator.Emission.Layers;

/// <summary>The calls of convolutions; their geometry is a property beside the methods of the layer.</summary>
internal static class ConvolutionCalls
{
    /// <summary>What the geometry of a layer is called.</summary>
    public static string Window(int layer) => $"Window{layer}";

    public static string Of(Frame op) =>
        $"Convolution.{(op.Of == Framed.Image ? "Frame" : "FrameGradient")}(rows, {op.Source.Name}, {op.Result.Name}, {Window(op.Layer)})";

    public static string Of(WindowProduct op) =>
        $"Convolution.Forward(rows, {op.Source.Name}, {op.Weight.Name}, {LibraryCalls.ScaleAndBias(op.Scale, op.Bias)}{op.Result.Name}, {Window(op.Layer)})";

    public static string Of(TransposedWindowProduct op) =>
        $"Convolution.Backward(rows, {op.Source.Name}, {op.Weight.Name}, {LibraryCalls.ScaleAndBias(op.Scale, op.Bias)}{op.Result.Name}, {Window(op.Layer)})";

    public static string Of(WindowStep op) =>
        $"Convolution.Step(place, {op.Source.Name}, {op.Weight.Name}, {LibraryCalls.ScaleAndBias(null, op.Bias)}{op.Ring.Name}, {op.Taps.Name}, {op.Sums.Name}, {op.Result.Name}, {Window(op.Layer)})";

    public static string Of(JoinPhases op) => $"Convolution.Join(rows, {op.Source.Name}, {op.Result.Name}, {Window(op.Layer)})";

    public static string Of(WindowGradient op) =>
        $"Convolution.WeightGradient(rows, {op.Source.Name}, {op.Gradient.Name}, {op.Result.Name}, {Window(op.Layer)}, share)";

    public static string Of(FramedSum op) => $"Convolution.BiasGradient(rows, {op.Gradient.Name}, {op.Result.Name}, {Window(op.Layer)}, share)";
}
