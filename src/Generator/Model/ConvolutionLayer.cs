using GenNet.CompilerServices;
using GenNet.Generator.Expressions;

namespace GenNet.Generator.Model;

/// <summary>A layer with a window that moves over its input.</summary>
/// <param name="Name">The prefix of its tensors.</param>
/// <param name="Input">The shape of what comes in.</param>
/// <param name="Output">The shape of what goes out.</param>
/// <param name="Activation">The function on the outputs.</param>
/// <param name="Window">Its geometry.</param>
/// <param name="Bias">Whether it adds a bias.</param>
/// <param name="Init">How the weights are drawn.</param>
internal abstract record ConvolutionLayer(string Name, Shape Input, Shape Output, ActivationFunction Activation, Window Window, bool Bias, WeightInit Init)
    : LayerModel(Name, Input, Output, Activation)
{
    public override string Title => $"{Kind} {WindowText.Of(Window)}";

    public override string Declared => Declare(WindowText.Of(Window), Activation.Declared);

    public override bool HasOutputsOfInputs => true;

    /// <summary>With the image within the zeros of the window.</summary>
    protected override Quantity RowNumbers =>
        base.RowNumbers + (Quantity)Window.Image.Channels * (Window.Image.Rows + 2L * Window.Padding.Rows) * (Window.Image.Columns + 2L * Window.Padding.Columns);

    protected override Quantity WeightNumbers => (Quantity)Window.Filters * (((Quantity)Window.Image.Channels * Window.Kernel.Rows * Window.Kernel.Columns) + 32);
}

/// <summary>A convolution of images.</summary>
internal sealed record Conv2DLayer(string Name, Shape Input, Shape Output, ActivationFunction Activation, Window Window, bool Bias, WeightInit Init)
    : ConvolutionLayer(Name, Input, Output, Activation, Window, Bias, Init);

/// <summary>A convolution along the steps of sequences: its window is over images of one row, whose channels are the features.</summary>
internal sealed record Conv1DLayer(string Name, Shape Input, Shape Output, ActivationFunction Activation, Window Window, bool Bias, WeightInit Init)
    : ConvolutionLayer(Name, Input, Output, Activation, Window, Bias, Init)
{
    public override bool LooksBack => Window.IsCausal;
}

/// <summary>A transposed convolution: its window is that of the convolution whose images are its outputs.</summary>
internal sealed record ConvTranspose2DLayer(string Name, Shape Input, Shape Output, ActivationFunction Activation, Window Window, bool Bias, WeightInit Init)
    : ConvolutionLayer(Name, Input, Output, Activation, Window, Bias, Init);
