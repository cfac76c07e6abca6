using System.Collections.Immutable;
using System.Linq;
using GenNet.Generator.Differentiation;
using GenNet.Generator.Expressions;
using GenNet.Generator.Graphs;
using GenNet.Generator.Lowering;
using GenNet.Generator.Operations;

namespace GenNet.Generator.Tests.Graphs;

/// <summary>The shape of backward programs: where values have several readers, and what is computed only on demand.</summary>
public class ReverseModeTests
{
    private const string Tower = "[Network] [Dense(4, 20)] [Dense(20, Activation.Tanh)] [Residual(1, Activation.Tanh)] [Residual(2)] [Dense(2)]";

    [Fact]
    public void What_flows_back_from_several_readers_is_added_once()
    {
        BackwardProgram backward = Backward(Tower);

        // z1 is read by the second layer and by both residuals.
        Map sum = Assert.Single(backward.Operations.OfType<Map>(), map => map.Result.Name == "dz1");
        Assert.Equal(3, sum.Reads.Length);
        Assert.Equal(1, sum.Layer);
        Assert.Single(backward.Operations, operation => operation.Result.Name == "dz1");

        // Behind all that it adds, and before the gradients are made of it.
        int at = backward.Operations.IndexOf(sum);
        Assert.All(sum.Reads, read => Assert.True(backward.Operations.Select(operation => operation.Result).ToList().IndexOf(read) < at));
        Assert.Contains(backward.Gradients.OfType<WeightGradient>(), gradient => gradient.Result.Name == "dW1" && gradient.Gradient == sum.Result);
    }

    [Fact]
    public void A_gradient_that_arrives_twice_is_added_twice()
    {
        // Both residuals pass on dz4, the gradient of the second sum, as it is.
        BackwardProgram backward = Backward("[Network] [Dense(4, 20)] [Dense(20, Activation.Tanh)] [Residual(1)] [Residual(2)] [Dense(2)]");
        Map sum = Assert.Single(backward.Operations.OfType<Map>(), map => map.Result.Name == "dz1");
        Assert.Equal(["dz4", "dz1_2"], sum.Reads.Select(read => read.Name));
        Assert.Equal(2 * 0.7 + 0.3, Evaluation.Of(sum.Expression, (sum.Arguments[0].Variable.Name, 0.7), (sum.Arguments[1].Variable.Name, 0.3)), 1e-15);
    }

    [Fact]
    public void A_value_with_one_reader_needs_no_sum() => Assert.DoesNotContain(
        Backward("[Network] [Dense(4, 20, Activation.Tanh)] [Maxout(20, 3)] [Dropout] [Dense(2)]").Operations.OfType<Map>(), map => map.Expression is Add);

    [Fact]
    public void A_residual_passes_the_gradient_on_without_an_operation()
    {
        BackwardProgram backward = Backward("[Network] [Dense(4, 20)] [Dense(20)] [Residual(1)]");
        Assert.Equal(["dz1_2", "dz1"], backward.Operations.Select(operation => operation.Result.Name));
        Assert.Contains(backward.Gradients.OfType<WeightGradient>(), gradient => gradient.Result.Name == "dW2" && gradient.Gradient.Name == "dz3");
    }

    [Fact]
    public void Both_terms_of_a_residual_may_be_one_value()
    {
        BackwardProgram backward = Backward("[Network] [Dense(4, 18, Activation.SiLU)] [Flatten] [Residual(1)] [Dense(5)]");
        Map twice = Assert.Single(backward.Operations.OfType<Map>(), operation => operation.Result.Name == "da1");
        Assert.Equal(1.4, Evaluation.Of(twice.Expression, (Assert.Single(twice.Arguments).Variable.Name, 0.7)));
    }

    [Theory]
    [InlineData("[Network] [Dense(4, 20)] [Dense(2)]", "InputGradient")]
    [InlineData("[Network] [Flatten] [Dense(2)]", "InputGradient")]
    [InlineData("[Network] [Maxout(4, 20, 3)] [Dense(2)]", "InputGradient")]
    [InlineData("[Network] [Dropout(20, 0.3)] [Dense(2)]", "InputGradient Map")]
    [InlineData("[Network] [Dropout(20, 0.3)] [Dropout(0.3)] [Dense(2)]", "InputGradient Map Map")]
    [InlineData("[Network] [Dropout(20, 0.3)] [Residual(1)] [Dense(2)]", "InputGradient Map Map")]
    [InlineData("[Network] [Flatten] [Residual(1)] [Dense(2)]", "InputGradient Map")]
    [InlineData("[Network] [Dropout(20, 0.3)] [Residual(1, Activation.Tanh)] [Dense(2)]", "InputGradient Map Map Map")]
    [InlineData("[Network] [Dense(20, 20)] [Residual(1)] [Dense(2)]", "InputGradient Map")]
    [InlineData("[Network] [Dense(20, 9)] [Residual(1, Projection = true)] [Dense(2)]", "InputGradient InputGradient Map")]
    public void The_gradient_of_the_inputs_is_computed_on_demand_and_nothing_else_is(string declaration, string operations)
    {
        BackwardProgram backward = Backward(declaration.Replace("[Flatten]", "[Input(20)] [Flatten]", System.StringComparison.Ordinal));
        Assert.Equal(operations, string.Join(" ", backward.InputGradient.Select(operation => operation.GetType().Name)));
        Assert.Equal(ValueKind.InputGradient, backward.InputGradient.Last().Result.Kind);
        Assert.Equal("dx", backward.InputGradient.Last().Result.Name);

        // Gradients of parameters are made without it.
        Value[] onDemand = [.. backward.InputGradient.Select(operation => operation.Result)];
        Assert.DoesNotContain(backward.Operations.Concat(backward.Gradients).SelectMany(operation => operation.Reads), read => onDemand.Contains(read));
    }

    [Theory]
    [MemberData(nameof(Networks.Trained), MemberType = typeof(Networks))]
    public void Each_value_is_written_once_before_it_is_read_and_each_parameter_has_a_gradient(string declaration)
    {
        var parameters = new NetworkParameters();
        ForwardGraph graph = NetworkLowering.Lower(Networks.Model(declaration), training: true, parameters);
        BackwardProgram backward = ReverseMode.Differentiate([.. graph.Operations], graph.Layers.Last().Result, graph.Last.Gradient);
        foreach (ImmutableArray<Operation> start in new[] { graph.Last.Loss(), graph.Last.OutputAdjoint() })
        {
            Operation[] all = [.. graph.Operations, .. start, .. backward.Operations, .. backward.InputGradient, .. backward.Gradients];
            Value[] written = [.. all.SelectMany(operation => operation.Writes.Where(value => !operation.Reads.Contains(value)))];
            Assert.Equal(written.Length, written.Distinct().Count());
            for (int i = 0; i < all.Length; i++)
            {
                Assert.All(all[i].Reads.Where(read => !read.IsCallers && read.Kind != ValueKind.Parameter), read =>
                    Assert.Contains(read, all.Take(i).SelectMany(operation => operation.Writes)));
            }

            // Names are those of fields in the emitted code.
            Assert.Equal(written.Length, written.Select(value => value.Name).Distinct().Count());
        }

        Assert.Equal(parameters.All.Select(tensor => "d" + tensor.Value.Name).Order(), backward.Gradients.Select(operation => operation.Result.Name).Order());
        Assert.All(backward.Gradients, operation => Assert.True(operation.SumsOverBatch));

        // The layers are left one by one, since each has a method of its own.
        Assert.Equal(backward.Operations.Select(operation => operation.Layer).OrderDescending(), backward.Operations.Select(operation => operation.Layer));
        Assert.Equal(backward.InputGradient.Select(operation => operation.Layer).OrderDescending(), backward.InputGradient.Select(operation => operation.Layer));
    }

    private static BackwardProgram Backward(string declaration)
    {
        ForwardGraph graph = NetworkLowering.Lower(Networks.Model(declaration), training: true, new NetworkParameters());
        return ReverseMode.Differentiate([.. graph.Operations], graph.Layers.Last().Result, graph.Last.Gradient);
    }
}
