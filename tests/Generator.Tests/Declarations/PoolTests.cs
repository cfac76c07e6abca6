using System.Linq;
using GenNet.Generator.Emission.Text;
using GenNet.Generator.Model;

namespace GenNet.Generator.Tests.Declarations;

/// <summary>Pools, larger images and dropout of channels, as they are declared.</summary>
public class PoolTests
{
    [Theory]
    [InlineData("[Input(6, 28, 28)] [MaxPool2D(2)] [Flatten] [Dense(3)]", "6 x 28 x 28 -> 6 x 14 x 14 -> 1176 -> 3")]
    [InlineData("[Input(2, 9, 7)] [AveragePool2D(2)] [Flatten] [Dense(3)]", "2 x 9 x 7 -> 2 x 4 x 3 -> 24 -> 3")]
    [InlineData("[Input(2, 9, 9)] [MaxPool2D(3, Stride = 2)] [Flatten] [Dense(3)]", "2 x 9 x 9 -> 2 x 4 x 4 -> 32 -> 3")]
    [InlineData("[Input(2, 9, 9)] [MaxPool2D(3, Stride = 2, Padding = 1)] [Flatten] [Dense(3)]", "2 x 9 x 9 -> 2 x 5 x 5 -> 50 -> 3")]
    [InlineData("[Input(2, 9, 8)] [AveragePool2D(3, 4)] [Flatten] [Dense(3)]", "2 x 9 x 8 -> 2 x 3 x 2 -> 12 -> 3")]
    [InlineData("[Input(2, 9, 8)] [AveragePool2D(columns: 4, rows: 1, Stride = 1)] [Flatten] [Dense(3)]", "2 x 9 x 8 -> 2 x 9 x 5 -> 90 -> 3")]
    [InlineData("[Input(20, 3)] [MaxPool1D(4)] [AveragePool1D(3, Stride = 1, Padding = 1)] [Flatten] [Dense(3)]", "20 x 3 -> 5 x 3 -> 5 x 3 -> 15 -> 3")]
    [InlineData("[Input(5, 3, 4)] [GlobalAveragePool] [Dense(3)]", "5 x 3 x 4 -> 5 -> 3")]
    [InlineData("[Input(5, 3, 4)] [GlobalAveragePool] [Flatten] [Dense(3)]", "5 x 3 x 4 -> 5 -> 5 -> 3")]
    [InlineData("[Input(20, 3)] [GlobalAveragePool] [Dense(3)]", "20 x 3 -> 3 -> 3")]
    [InlineData("[Input(5, 3, 4)] [Upsample2D(3)] [Flatten] [Dense(3)]", "5 x 3 x 4 -> 5 x 9 x 12 -> 540 -> 3")]
    [InlineData("[Input(1, 1, 1)] [MaxPool2D(2, Padding = 1)] [Flatten] [Dense(3)]", "1 x 1 x 1 -> 1 x 1 x 1 -> 1 -> 3")]
    public void Shapes_follow_from_the_windows(string layers, string shapes) => Assert.Equal(shapes, Parsed.Shapes(Parsed.Layers(layers)));

    [Theory]
    [InlineData("[Input(2, 9, 8)] [MaxPool2D(2)]", "MaxPool2D, 2 x 2", "MaxPool2D(2 x 9 x 8, 2 x 4 x 4, 2 x 2)")]
    [InlineData("[Input(2, 9, 8)] [MaxPool2D(3, Stride = 2, Padding = 1)]", "MaxPool2D, 3 x 3, stride 2, padding 1", "MaxPool2D(2 x 9 x 8, 2 x 5 x 4, 3 x 3, stride 2, padding 1)")]
    [InlineData("[Input(2, 9, 8)] [AveragePool2D(3, 2)]", "AveragePool2D, 3 x 2, stride 3 x 2", "AveragePool2D(2 x 9 x 8, 2 x 3 x 4, 3 x 2, stride 3 x 2)")]
    [InlineData("[Input(9, 8)] [MaxPool1D(3)]", "MaxPool1D, 3", "MaxPool1D(9 x 8, 3 x 8, 3)")]
    [InlineData("[Input(9, 8)] [AveragePool1D(3, Stride = 1, Padding = 1)]", "AveragePool1D, 3, stride 1, padding 1", "AveragePool1D(9 x 8, 9 x 8, 3, stride 1, padding 1)")]
    [InlineData("[Input(9, 8)] [GlobalAveragePool]", "GlobalAveragePool", "GlobalAveragePool(9 x 8, 8)")]
    [InlineData("[Input(2, 9, 8)] [Upsample2D(2)]", "Upsample2D, 2 times", "Upsample2D(2 x 9 x 8, 2 x 18 x 16, 2 times)")]
    [InlineData("[Input(2, 9, 8)] [Dropout(0.25, Channels = true)]", "Dropout, 0.25, channels", "Dropout(2 x 9 x 8, 2 x 9 x 8, 0.25, channels)")]
    [InlineData("[Input(2, 9, 8)] [Dropout(0.25, Channels = false)]", "Dropout, 0.25", "Dropout(2 x 9 x 8, 2 x 9 x 8, 0.25)")]
    public void Tables_and_checkpoints_name_the_windows(string layers, string title, string declared)
    {
        LayerModel layer = Parsed.Layers(layers + " [Flatten] [Dense(3)]").Layers[0];
        Assert.Equal((title, declared), (NetworkText.Title(layer), layer.Declared));
    }

    [Theory]
    [InlineData("[Input(784)] [MaxPool2D(2)] [Flatten] [Dense(2)]", "GENNET061", "MaxPool2D(2)", "MaxPool2D takes an image, [channels, rows, columns]; what comes is 784: write [Input(channels, rows, columns)] before the layers, or keep [Flatten] behind the layers of images")]
    [InlineData("[Input(28, 28)] [AveragePool2D(2)] [Flatten] [Dense(2)]", "GENNET061", "AveragePool2D(2)", "AveragePool2D takes an image, [channels, rows, columns]; what comes is 28 x 28: write [Input(channels, rows, columns)] before the layers, or keep [Flatten] behind the layers of images")]
    [InlineData("[Input(1, 28, 28)] [MaxPool1D(2)] [Flatten] [Dense(2)]", "GENNET062", "MaxPool1D(2)", "MaxPool1D takes a sequence, [steps, features]; what comes is 1 x 28 x 28: write [Input(steps, features)] before the layers, keep [Flatten] behind the layers of sequences, or let a recurrent layer before it give every step, Output = Steps.All")]
    [InlineData("[Input(784)] [GlobalAveragePool] [Dense(2)]", "GENNET061", "GlobalAveragePool", "GlobalAveragePool takes an image, [channels, rows, columns]; what comes is 784: write [Input(channels, rows, columns)] before the layers, or keep [Flatten] behind the layers of images")]
    [InlineData("[Input(4, 5)] [Upsample2D(2)] [Flatten] [Dense(2)]", "GENNET061", "Upsample2D(2)", "Upsample2D takes an image, [channels, rows, columns]; what comes is 4 x 5: write [Input(channels, rows, columns)] before the layers, or keep [Flatten] behind the layers of images")]
    [InlineData("[Input(4, 5)] [Dropout(0.5, Channels = true)] [Flatten] [Dense(2)]", "GENNET061", "Dropout(0.5, Channels = true)", "Dropout of channels takes an image, [channels, rows, columns]; what comes is 4 x 5: write [Input(channels, rows, columns)] before the layers, or keep [Flatten] behind the layers of images")]
    [InlineData("[Dropout(20, 0.5, Channels = true)] [Dense(2)]", "GENNET061", "Dropout(20, 0.5, Channels = true)", "Dropout of channels takes an image, [channels, rows, columns]; what comes is 20: write [Input(channels, rows, columns)] before the layers, or keep [Flatten] behind the layers of images")]
    [InlineData("[MaxPool2D(2)] [Flatten] [Dense(2)]", "GENNET007", "MaxPool2D(2)", "The first layer has no layer before it to take its inputs from: write [Input(channels, rows, columns)]")]
    [InlineData("[AveragePool1D(2)] [Flatten] [Dense(2)]", "GENNET007", "AveragePool1D(2)", "The first layer has no layer before it to take its inputs from: write [Input(steps, features)]")]
    [InlineData("[Input(1, 6, 6)] [MaxPool2D(0)] [Flatten] [Dense(2)]", "GENNET005", "MaxPool2D(0)", "The number of rows of a window must be at least 1, got 0")]
    [InlineData("[Input(1, 6, 6)] [MaxPool2D(2, -1)] [Flatten] [Dense(2)]", "GENNET005", "MaxPool2D(2, -1)", "The number of columns of a window must be at least 1, got -1")]
    [InlineData("[Input(6, 6)] [MaxPool1D(0)] [Flatten] [Dense(2)]", "GENNET005", "MaxPool1D(0)", "The number of steps of a window must be at least 1, got 0")]
    [InlineData("[Input(1, 6, 6)] [AveragePool2D(2, Stride = 0)] [Flatten] [Dense(2)]", "GENNET005", "AveragePool2D(2, Stride = 0)", "The number of rows and columns from one window to the next must be at least 1, got 0")]
    [InlineData("[Input(6, 6)] [AveragePool1D(2, Stride = -2)] [Flatten] [Dense(2)]", "GENNET005", "AveragePool1D(2, Stride = -2)", "The number of steps from one window to the next must be at least 1, got -2")]
    [InlineData("[Input(1, 6, 6)] [Upsample2D(0)] [Flatten] [Dense(2)]", "GENNET005", "Upsample2D(0)", "The number of rows and columns of a pixel must be at least 1, got 0")]
    [InlineData("[Input(1, 6, 6)] [MaxPool2D(2, Padding = 2)] [Flatten] [Dense(2)]", "GENNET080", "MaxPool2D(2, Padding = 2)", "The padding of windows of 2 x 2 must be at least 0 and at most 1, half of their size, as in PyTorch; got 2")]
    [InlineData("[Input(1, 6, 6)] [AveragePool2D(5, 1, Padding = 1)] [Flatten] [Dense(2)]", "GENNET080", "AveragePool2D(5, 1, Padding = 1)", "The padding of windows of 5 x 1 must be at least 0 and at most 0, half of their size, as in PyTorch; got 1")]
    [InlineData("[Input(6, 6)] [MaxPool1D(5, Padding = -1)] [Flatten] [Dense(2)]", "GENNET080", "MaxPool1D(5, Padding = -1)", "The padding of windows of 5 must be at least 0 and at most 2, half of their size, as in PyTorch; got -1")]
    [InlineData("[Input(3, 5, 4)] [MaxPool2D(2)] [MaxPool2D(3)] [Flatten] [Dense(2)]", "GENNET063", "MaxPool2D(3)", "A window of 3 x 3 does not fit into what comes, 3 x 2 x 2: make it smaller, or remove a layer that reduces the input")]
    [InlineData("[Input(3, 1, 9)] [AveragePool2D(4, 2, Padding = 1)] [Flatten] [Dense(2)]", "GENNET063", "AveragePool2D(4, 2, Padding = 1)", "A window of 4 x 2 does not fit into what comes, 3 x 1 x 9 with a padding of 1: make it smaller, or remove a layer that reduces the input")]
    [InlineData("[Input(4, 9)] [MaxPool1D(5)] [Flatten] [Dense(2)]", "GENNET063", "MaxPool1D(5)", "A window of 5 does not fit into what comes, 4 x 9: make it smaller, or remove a layer that reduces the input")]
    [InlineData("[Input(1, 1000, 1000)] [Upsample2D(100000)] [Flatten] [Dense(1)]", "GENNET015", "Network", "")]
    public void A_mistake_gives_one_diagnostic_on_the_attribute(string layers, string id, string place, string message)
    {
        Compiled compiled = Compiled.From($"[Network] {layers} public partial class Net;");
        var diagnostic = Assert.Single(compiled.Reported);
        Assert.Equal((id, place), (diagnostic.Id, Mistakes.Text(diagnostic)));
        if (message.Length > 0)
            Assert.Equal(message, diagnostic.GetMessage(null));
        compiled.AssertNoProblem();
    }

    [Fact]
    public void After_a_mistake_windows_are_not_measured() =>
        Mistakes.AssertAll("[Network] [Input(0, 3, 3)] [MaxPool2D(9)] [GlobalAveragePool] [Dense(2)] public partial class Net;", ("GENNET005", "Input(0, 3, 3)"));

    [Fact]
    public void Other_windows_make_other_models()
    {
        string[] layers = ["MaxPool2D(2)", "AveragePool2D(2)", "MaxPool2D(2, Stride = 1)", "MaxPool2D(2, Padding = 1)", "MaxPool2D(2, 1)", "Upsample2D(2)", "GlobalAveragePool"];
        NetworkModel[] models = [.. layers.Select(layer => Parsed.Layers($"[Input(2, 8, 8)] [{layer}] [Flatten] [Dense(3)]"))];
        Assert.Equal(layers.Length, models.Distinct().Count());
        Assert.Equal(models[0], Parsed.Layers("[Input(2, 8, 8)] [MaxPool2D(2, 2, Stride = 2)] [Flatten] [Dense(3)]"));
    }
}
