using System.Linq;
using GenNet.Generator.Planning;

namespace GenNet.Generator.Tests.Graphs;

/// <summary>How much memory plans need, and how many rows are computed at once.</summary>
public class PlanLengthTests
{
    private const int Rows = 128;

    // z of a layer stands beside the activation before it, and its own activation over it.
    [Theory]
    [InlineData("[Dense(64, Activation.ReLU)]", 20, 2)]
    [InlineData("[Dense(64, Activation.GELU)]", 20, 2)]
    [InlineData("[Dense(64, Activation.ReLU)] [Dropout(0.2)]", 20, 2)]
    // What comes in is needed until it is added to what goes out.
    [InlineData("[Dense(64, Activation.ReLU)] [Dense(64)] [Residual(2, Activation.ReLU)]", 20, 3)]
    [InlineData("[Dense(64, Activation.ReLU)] [Residual(1)]", 20, 2)]
    public void Inference_keeps_the_activations_that_are_needed_still(string layers, int repeat, int activations)
    {
        NetworkProgram program = NetworkPlanner.Plan(Networks.Model(
            $"[Block] {layers} class B; [Network(Mode = NetworkMode.Inference)] [Dense(64, 64)] [Layers(typeof(B), Repeat = {repeat})] [Dense(64)]"));
        Assert.Equal(Rows * activations * 64, program.Forward.Plan.Length);
    }

    [Fact]
    public void Twenty_layers_of_one_width_need_two_activations() => Assert.Equal(
        Rows * 2 * 64, Forward(string.Concat(Enumerable.Repeat("[Dense(64, 64, Activation.ReLU)] ", 20))).Length);

    [Fact]
    public void A_trained_network_infers_and_evaluates_in_no_more()
    {
        string layers = string.Concat(Enumerable.Repeat("[Dense(64, 64, Activation.ReLU)] ", 20));
        Assert.Equal(Rows * 2 * 64, NetworkPlanner.Plan(Networks.Model($"[Network] {layers}")).Forward.Plan.Length);
        Assert.Equal(Rows * 2 * 64, NetworkPlanner.Plan(Networks.Model($"[Network] {layers} [Dense(64, Activation.Softmax)]")).Forward.Plan.Length);
    }

    /// <summary>The gradients of parameters are made at the end, of the activation before each layer and the gradient of its z.</summary>
    [Fact]
    public void Training_keeps_an_activation_and_a_gradient_of_each_layer()
    {
        NetworkProgram program = NetworkPlanner.Plan(Networks.Model("[Network] " + string.Concat(Enumerable.Repeat("[Dense(64, 64, Activation.Tanh)] ", 16))));
        Assert.Equal(Rows * 64 * (15 + 16), program.Training!.Plan.Length);
    }

    // 8 MB of a block are shared by its rows: at least 8, at most 128, whole tiles of 8.
    [Theory]
    [InlineData("[Dense(4, 64)]", 128)]
    [InlineData("[Dense(4, 16368)]", 128)]
    [InlineData("[Dense(4, 16400)]", 120)]
    [InlineData("[Dense(4, 100000)]", 16)]
    [InlineData("[Dense(4, 131000)]", 16)]
    [InlineData("[Dense(4, 131100)]", 8)]
    [InlineData("[Dense(4, 300000)]", 8)]
    [InlineData("[Dense(4, 3000000)]", 8)]
    [InlineData("[Dense(4, 50000)] [Dense(3000)]", 32)]
    public void Blocks_of_large_samples_have_fewer_rows(string layers, int rows)
    {
        WorkspacePlan plan = Forward(layers);
        Assert.Equal(rows, plan.BlockRows);
        Assert.Equal(0, plan.Length % rows);
    }

    [Fact]
    public void Numbers_of_double_precision_take_twice_the_room()
    {
        Assert.Equal(64, Forward("[Dense(4, 32000)]", "float").BlockRows);
        Assert.Equal(32, Forward("[Dense(4, 32000)]", "double").BlockRows);
    }

    [Theory]
    [InlineData("[Network] [Dense(4, 9000, Activation.Tanh)] [Dense(5)]")]
    [InlineData("[Network] [Dense(4, 90000, Activation.Tanh)] [Dense(5)]")]
    [InlineData("[Network] [Maxout(4, 5000, 4)] [Dropout(0.3)] [Dense(5)]")]
    public void The_rows_of_training_follow_from_all_that_it_keeps(string declaration)
    {
        WorkspacePlan plan = NetworkPlanner.Plan(Networks.Model(declaration)).Training!.Plan;
        int row = plan.Length / plan.BlockRows * sizeof(float);
        Assert.Equal((8 << 20) / row / 8 * 8 is var fit && fit < 8 ? 8 : fit > 128 ? 128 : fit, plan.BlockRows);
    }

    private static WorkspacePlan Forward(string layers, string precision = "float") => NetworkPlanner.Plan(Networks.Model(
        $"[Network(Mode = NetworkMode.Inference, Precision = Precision.{(precision == "float" ? "Float" : "Double")})] {layers}")).Forward.Plan;
}
