using System.Linq;
using GenNet.Generator.Graphs;
using GenNet.Generator.Model;
using GenNet.Generator.Operations;
using GenNet.Generator.Planning;

namespace GenNet.Generator.Tests.Graphs;

/// <summary>
/// The memory of a training step: the workspace of a block of rows is at most twice what its layers compute on the way forward, without padding, frames and gradients.
/// </summary>
public class StepMemoryTests
{
    private const string LeNet5 =
        "[Network(Loss.CrossEntropy)] [Input(1, 28, 28)] [Conv2D(6, 5, Activation.Tanh, Padding = 2)] [AveragePool2D(2)] [Conv2D(16, 5, Activation.Tanh)] [AveragePool2D(2)] [Flatten] "
        + "[Dense(120, Activation.Tanh)] [Dense(84, Activation.Tanh)] [Dense(10, Activation.Softmax)]";

    private const string ModernLeNet =
        "[Network(Loss.CrossEntropy)] [Input(1, 28, 28)] [Conv2D(16, 3, Padding = 1, Bias = false)] [BatchNorm(Activation.ReLU)] [MaxPool2D(2)] "
        + "[Conv2D(32, 3, Padding = 1, Bias = false)] [BatchNorm(Activation.ReLU)] [Conv2D(32, 3, Padding = 1, Bias = false)] [BatchNorm(Activation.ReLU)] "
        + "[Conv2D(32, 3, Padding = 1, Bias = false)] [BatchNorm] [Residual(4, Activation.ReLU)] [MaxPool2D(2)] [Conv2D(64, 3, Padding = 1, Bias = false)] [BatchNorm(Activation.ReLU)] "
        + "[GlobalAveragePool] [Dropout(0.2)] [Dense(10, Activation.Softmax)]";

    private const string VggBlock =
        "[Network(Loss.CrossEntropy)] [Input(32, 14, 14)] [Conv2D(64, 3, Activation.ReLU, Padding = 1)] [Conv2D(64, 3, Activation.ReLU, Padding = 1)] [MaxPool2D(2)] [Flatten] "
        + "[Dense(10, Activation.Softmax)]";

    private const string Digits = "[Network(Loss.CrossEntropy)] [Dense(784, 100, Activation.Sigmoid)] [Dense(100, 10, Activation.Softmax)]";

    private const string Wide = "[Network(Loss.CrossEntropy)] [Dense(784, 512, Activation.ReLU)] [Dense(512, Activation.ReLU)] [Dense(10, Activation.Softmax)]";

    [Theory]
    [InlineData(LeNet5)]
    [InlineData(ModernLeNet)]
    [InlineData(VggBlock)]
    [InlineData(Digits)]
    [InlineData(Wide)]
    public void A_step_takes_at_most_twice_the_results_of_a_block(string declaration)
    {
        NetworkProgram program = NetworkPlanner.Plan(Networks.Model(declaration));
        WorkspacePlan plan = program.Training!.Plan;
        long results = (long)plan.BlockRows * program.Training.Layers.SelectMany(layer => layer.Forward)
            .Where(operation => operation is not (Frame or Turn)).Select(operation => operation.Result).Where(value => value.Kind == ValueKind.Intermediate).Distinct()
            .Sum(value => value.Columns);
        Assert.True(plan.Length <= 2 * results, $"{plan.Length} numbers for {plan.BlockRows} rows, whose layers compute {results}: {(double)plan.Length / results:f3}.");
    }

    /// <summary>What the documentation says of its first network.</summary>
    [Fact]
    public void The_bytes_of_LeNet_5_are_those_of_the_documentation()
    {
        NetworkProgram program = NetworkPlanner.Plan(Networks.Model(LeNet5));
        Assert.Equal((16, 442_640), (program.Training!.Plan.BlockRows, program.WorkspaceLength));
        Assert.Equal(1_770_560, program.WorkspaceLength * sizeof(float));
        Assert.Equal(Precision.Float, program.Model.Precision);
    }
}
