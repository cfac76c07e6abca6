using System.Globalization;
using GenNet.Generator.Expressions;

namespace GenNet.Generator.Model;

/// <summary>A layer that makes one number of each window of an image or of a sequence.</summary>
/// <param name="Input">The shape of what comes in.</param>
/// <param name="Output">The shape of what goes out.</param>
/// <param name="Windows">The windows.</param>
internal abstract record PoolLayer(Shape Input, Shape Output, PoolWindows Windows)
    : LayerModel("", Input, Output, ActivationFunction.Identity)
{
    public override bool HasOutputsOfInputs => true;

    public override bool HasWeights => false;

    /// <summary>The window, and where the next one is unless that is plain: <c>2 x 2</c>, <c>3 x 3, stride 2, padding 1</c>.</summary>
    public override string Detail
    {
        get
        {
            bool isSquare = Windows.Size.Rows == Windows.Size.Columns;
            string size = Input.Rank == 2 ? Text(Windows.Size.Rows) : $"{Text(Windows.Size.Rows)} x {Text(Windows.Size.Columns)}";
            bool isSideBySide = Windows.Stride == Windows.Size && (isSquare || Input.Rank == 2);
            string stride = isSideBySide ? "" : Windows.Stride.Rows == Windows.Stride.Columns || Input.Rank == 2
                ? $", stride {Text(Windows.Stride.Rows)}" : $", stride {Text(Windows.Stride.Rows)} x {Text(Windows.Stride.Columns)}";
            return size + stride + (Windows.Padding.Rows == 0 ? "" : $", padding {Text(Windows.Padding.Rows)}");
        }
    }

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}

/// <summary>The largest number of each window of an image.</summary>
/// <param name="Input">[channels, rows, columns].</param>
/// <param name="Output">[channels, rows of windows, columns of windows].</param>
/// <param name="Windows">The windows.</param>
internal sealed record MaxPool2DLayer(Shape Input, Shape Output, PoolWindows Windows) : PoolLayer(Input, Output, Windows);

/// <summary>The mean of each window of an image.</summary>
/// <param name="Input">[channels, rows, columns].</param>
/// <param name="Output">[channels, rows of windows, columns of windows].</param>
/// <param name="Windows">The windows.</param>
internal sealed record AveragePool2DLayer(Shape Input, Shape Output, PoolWindows Windows) : PoolLayer(Input, Output, Windows);

/// <summary>The largest number of each feature over windows of steps.</summary>
/// <param name="Input">[steps, features].</param>
/// <param name="Output">[windows, features].</param>
/// <param name="Windows">The windows.</param>
internal sealed record MaxPool1DLayer(Shape Input, Shape Output, PoolWindows Windows) : PoolLayer(Input, Output, Windows);

/// <summary>The mean of each feature over windows of steps.</summary>
/// <param name="Input">[steps, features].</param>
/// <param name="Output">[windows, features].</param>
/// <param name="Windows">The windows.</param>
internal sealed record AveragePool1DLayer(Shape Input, Shape Output, PoolWindows Windows) : PoolLayer(Input, Output, Windows);
