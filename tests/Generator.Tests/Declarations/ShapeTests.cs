using System.Collections.Immutable;
using System.Linq;
using GenNet.Generator.Emission.Text;
using GenNet.Generator.Expressions;
using GenNet.Generator.Model;

namespace GenNet.Generator.Tests.Declarations;

/// <summary>The shapes of what passes through a network.</summary>
public class ShapeTests
{
    [Theory]
    [InlineData("784", 784L, 784)]
    [InlineData("64 x 32", 2048L, 64, 32)]
    [InlineData("1 x 28 x 28", 784L, 1, 28, 28)]
    [InlineData("3 x 1024 x 1024", 3145728L, 3, 1024, 1024)]
    public void A_shape_is_a_value_with_a_size_and_a_text(string text, long count, params int[] dimensions)
    {
        Shape shape = Shape.Of(dimensions);
        Assert.Equal((text, count, (int)count, dimensions.Length), (shape.ToString(), shape.Count.Value, shape.Size, shape.Rank));
        Assert.Equal(shape, new Shape(new EquatableArray<int>([.. dimensions])));
        Assert.Equal(shape.GetHashCode(), new Shape(new EquatableArray<int>([.. dimensions])).GetHashCode());
        Assert.NotEqual(shape, Shape.Of([1, .. dimensions]));
    }

    [Fact]
    public void A_size_never_overflows()
    {
        Shape shape = Shape.Of(int.MaxValue, int.MaxValue, int.MaxValue);
        Assert.Equal((long.MaxValue, int.MaxValue), (shape.Count.Value, shape.Size));
    }

    [Theory]
    [InlineData("[Input(784)] [Dense(10)]", "784 -> 10")]
    [InlineData("[Input(784)] [Dense(784, 10)]", "784 -> 10")]
    [InlineData("[Dense(784, 10)]", "784 -> 10")]
    [InlineData("[Input(784)] [Dropout(784, 0.5)] [Maxout(20)] [Dense(20, 10)]", "784 -> 784 -> 20 -> 10")]
    [InlineData("[Input(64, 32)] [Flatten] [Dense(10)]", "64 x 32 -> 2048 -> 10")]
    [InlineData("[Input(1, 28, 28)] [Flatten] [Dense(784, 10)]", "1 x 28 x 28 -> 784 -> 10")]
    [InlineData("[Input(channels: 1, columns: 20, rows: 30)] [Flatten] [Dense(10)]", "1 x 30 x 20 -> 600 -> 10")]
    [InlineData("[Input(1, 28, 28)] [Dropout] [Flatten] [Dense(10)]", "1 x 28 x 28 -> 1 x 28 x 28 -> 784 -> 10")]
    [InlineData("[Input(1, 28, 28)] [Dropout(784, 0.2)] [Residual(1, Activation.ReLU)] [Flatten] [Maxout(10)]", "1 x 28 x 28 -> 1 x 28 x 28 -> 1 x 28 x 28 -> 784 -> 10")]
    [InlineData("[Dense(3, 2)] [Flatten]", "3 -> 2 -> 2")]
    public void Shapes_follow_from_the_input(string layers, string shapes)
    {
        NetworkModel model = Parsed.Layers(layers);
        Assert.Equal(shapes, Parsed.Shapes(model));
        Assert.Equal(model.InputShape.Size, model.Inputs);
        Assert.Equal(model.OutputShape.Size, model.Outputs);
        Assert.All(model.Layers.Zip(model.Layers.Skip(1)), pair => Assert.Equal(pair.First.Output, pair.Second.Input));
    }

    [Fact]
    public void An_input_that_says_what_the_first_layer_says_changes_nothing() =>
        Assert.Equal(Compiled.From("[Network] [Dense(20, 10)] public partial class Net;").Files, Compiled.From("[Network] [Input(20)] [Dense(10)] public partial class Net;").Files);

    [Fact]
    public void Residual_connections_know_what_they_go_around()
    {
        ImmutableArray<LayerModel> layers = [.. Parsed.Layers("""
            [Dense(8, 6, Activation.ReLU)]
            [Dense(4)]
            [Residual(2, Activation.ELU, Alpha = 0.5, Projection = true, Init = Init.Normal, InitDeviation = 0.1)]
            [Dropout]
            [Dense(4)]
            [Residual(2)]
            [Dense(8, Bias = false)]
            [Residual(7, Activation.Softmax)]
            """).Layers];
        Assert.Equal(new ResidualLayer("2", Shape.Of(4), Shape.Of(4), 2, Shape.Of(8), ActivationFunction.Of(Activation.ELU, 0.5), Projection: true, Bias: true, new WeightInit(Init.Normal, 0, 0.1)), layers[2]);
        Assert.Equal(new ResidualLayer("", Shape.Of(4), Shape.Of(4), 2, Shape.Of(4), ActivationFunction.Identity, Projection: false, Bias: false, WeightInit.Zeros), layers[5]);
        Assert.Equal(new ResidualLayer("", Shape.Of(8), Shape.Of(8), 7, Shape.Of(8), ActivationFunction.Of(Activation.Softmax, 0), Projection: false, Bias: false, WeightInit.Zeros), layers[7]);
    }

    [Fact]
    public void A_projection_has_the_defaults_of_a_dense_layer()
    {
        var residual = (ResidualLayer)Parsed.Layers("[Dense(8, 4)] [Residual(1, Activation.LeakyReLU, Projection = true, Bias = false, Name = \"past\")]").Layers[1];
        Assert.Equal(("past", "LeakyReLU(0.01)", false, Init.HeUniform), (residual.Name, residual.Activation.Declared, residual.Bias, residual.Init.Kind));
        Assert.Equal(Init.XavierUniform, ((ResidualLayer)Parsed.Layers("[Dense(8, 4)] [Residual(1, Projection = true)]").Layers[1]).Init.Kind);
    }

    [Theory]
    [InlineData("[Dense(4, 4)] [Residual(1, Activation.Sigmoid)]", "BinaryCrossEntropy")]
    [InlineData("[Dense(4, 4)] [Residual(1, Activation.Softmax)]", "CrossEntropy")]
    [InlineData("[Dense(4, 4, Activation.Sigmoid)] [Residual(1)]", "HalfSquaredError")]
    [InlineData("[Dense(4, 4, Activation.Sigmoid)] [Flatten]", "HalfSquaredError")]
    public void A_residual_connection_at_the_end_has_the_last_activation(string layers, string loss) => Assert.Equal(loss, Parsed.Layers(layers).Loss.Declared);

    [Theory]
    [InlineData("", "0 1 2 3")]
    // Linear, ReLU, Flatten, Linear, (sum), Tanh, Linear, (sum with) Linear.
    [InlineData("(Names = TensorNames.Sequential)", "0 3 5 6")]
    public void A_projection_counts_among_the_layers_with_weights(string arguments, string names) => Assert.Equal(
        names.Split(' '),
        Parsed.Names(Parsed.Model($"[Network{arguments}] [Dense(4, 4, Activation.ReLU)] [Flatten] [Dense(4)] [Residual(1, Activation.Tanh)] [Dense(3)] [Residual(1, Projection = true)] public partial class Net;")));

    [Fact]
    public void A_layer_without_weights_may_be_wide() => Assert.Equal(3 * 224 * 224, Parsed.Layers("[Input(3, 224, 224)] [Dropout] [Flatten] [Dense(10)]").Inputs);

    [Theory]
    [InlineData("[Input(1, 28, 28)] [Flatten] [Dense(10)]", "Flatten: 1 x 28 x 28 -> 784; Dense, identity: 784 -> 10")]
    [InlineData("[Input(64, 1024)] [Dropout(0.25)] [Flatten] [Dense(10, Activation.ReLU)]", "Dropout, 0.25: 64 x 1,024 -> 64 x 1,024; Flatten: 64 x 1,024 -> 65,536; Dense, ReLU: 65,536 -> 10")]
    [InlineData("[Dense(1784, 100)] [Dense(100)] [Residual(1, Activation.ELU)] [Residual(3, Projection = true)]", "Dense, identity: 1,784 -> 100; Dense, identity: 100 -> 100; Residual over 1, ELU(1): 100 -> 100; Residual over 3, projected, identity: 100 -> 100")]
    public void The_table_shows_shapes(string layers, string rows) => Assert.Equal(
        rows, string.Join("; ", Parsed.Layers(layers).Layers.Select(layer => $"{NetworkText.Title(layer)}: {NetworkText.Shapes(layer)}")));

    /// <summary>Checkpoints compare it, so what a declaration had before must stay as it was.</summary>
    [Theory]
    [InlineData("[Dense(2784, 100, Activation.ELU, Alpha = 0.5)] [Dropout(0.25)] [Maxout(20, 3)] [Dense(10, Activation.Softmax)]",
        "Float; CrossEntropy; Dense(2784, 100, ELU(0.5)); Dropout(100, 100, 0.25); Maxout(100, 20, 3 pieces); Dense(20, 10, Softmax)")]
    [InlineData("[Input(2784)] [Dense(10)]", "Float; HalfSquaredError; Dense(2784, 10, Identity)")]
    [InlineData("[Input(1, 28, 28)] [Dropout(0.25)] [Flatten] [Dense(10)]", "Float; HalfSquaredError; Dropout(1 x 28 x 28, 1 x 28 x 28, 0.25); Flatten(1 x 28 x 28, 784); Dense(784, 10, Identity)")]
    [InlineData("[Input(28, 28)] [Flatten] [Dense(10)]", "Float; HalfSquaredError; Flatten(28 x 28, 784); Dense(784, 10, Identity)")]
    [InlineData("[Dense(4, 4)] [Dense(4)] [Residual(2, Activation.LeakyReLU)] [Residual(3, Activation.Tanh, Projection = true)]",
        "Float; HalfSquaredError; Dense(4, 4, Identity); Dense(4, 4, Identity); Residual(4, 4, 2 layers, LeakyReLU(0.01)); Residual(4, 4, 3 layers, Tanh, projected)")]
    public void A_checkpoint_tells_declarations_apart(string layers, string declaration) => Assert.Equal(declaration, NetworkText.Declaration(Parsed.Layers(layers)));

    [Fact]
    public void Equal_declarations_give_equal_models()
    {
        const string Source = "[Network] [Input(2, 8)] [Flatten] [Dense(16)] [Residual(1, Activation.ReLU)] [Dense(3)] public partial class Net;";
        NetworkModel model = Parsed.Model(Source);
        Assert.Equal(model, Parsed.Model("\n" + Source));
        Assert.Equal(model.GetHashCode(), Parsed.Model("\n" + Source).GetHashCode());
        foreach ((string from, string to) in new[] { ("2, 8", "8, 2"), ("2, 8", "1, 2, 8"), ("Residual(1", "Dropout] [Residual(1"), ("ReLU)", "ReLU, Projection = true)"), ("ReLU", "Tanh") })
            Assert.NotEqual(model, Parsed.Model(Source.Replace(from, to, System.StringComparison.Ordinal)));
        Assert.NotEqual(
            Parsed.Layers("[Dense(4, 4)] [Dense(4)] [Residual(1)]"), Parsed.Layers("[Dense(4, 4)] [Dense(4)] [Residual(2)]"));
    }
}
