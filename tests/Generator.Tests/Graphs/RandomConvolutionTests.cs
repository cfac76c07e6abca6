using System;
using System.Collections.Immutable;
using GenNet.Generator.Graphs;
using GenNet.Generator.Model;
using GenNet.Generator.Planning;

namespace GenNet.Generator.Tests.Graphs;

/// <summary>Convolutions of random geometries: their lowering against their definition, their gradients against central differences, their passes in planned memory.</summary>
public class RandomConvolutionTests
{
    private const int Geometries = 50;

    [Fact]
    public void Any_geometry_has_its_gradients()
    {
        for (int seed = 0; seed < Geometries; seed++)
        {
            string declaration = Declaration(new Random(seed));
            var gradients = new GraphGradients(Networks.Model(declaration), rows: 1 + seed % 3);
            gradients.AssertGradients(gradients.Product, last => last.OutputAdjoint());
        }
    }

    [Fact]
    public void Any_geometry_computes_in_its_plan_what_it_computes_without()
    {
        for (int seed = 0; seed < Geometries; seed++)
        {
            NetworkProgram program = NetworkPlanner.Plan(Networks.Model(Declaration(new Random(seed))));
            ImmutableArray<ImmutableArray<Operation>> passes = Passes.Of(program.Training!);
            new PlannedRun(program, program.Training!.Plan, program.Training.Layers, passes).AssertPass(passes[0]);
        }
    }

    [Fact]
    public void Any_geometry_gives_the_shape_of_its_definition()
    {
        for (int seed = 0; seed < Geometries; seed++)
        {
            var layer = (ConvolutionLayer)Networks.Model(Declaration(new Random(seed))).Layers[0];
            Shape side = layer is ConvTranspose2DLayer ? layer.Input : layer.Output;
            int columns = (layer.Window.Image.Columns + 2 * layer.Window.Padding.Columns - layer.Window.Dilation.Columns * (layer.Window.Kernel.Columns - 1) - 1) / layer.Window.Stride.Columns + 1;
            Assert.Equal(layer is Conv1DLayer ? side.Dimensions[0] : side.Dimensions[2], columns);
        }
    }

    /// <summary>A layer of any kind with another one behind it, so that all of its gradients are needed.</summary>
    private static string Declaration(Random random)
    {
        int groups = random.Next(1, 4), channels = groups * random.Next(1, 3), filters = groups * random.Next(1, 3);
        int stride = random.Next(1, 4), padding = random.Next(4), dilation = random.Next(1, 3), kernel = random.Next(1, 5), other = random.Next(1, 5);
        int least = dilation * (Math.Max(kernel, other) - 1) + 1;
        string geometry = $"Stride = {stride}, Padding = {padding}, Dilation = {dilation}, Groups = {groups}{(random.Next(4) == 0 ? ", Bias = false" : "")}";
        string precision = random.Next(2) == 0 ? "" : "(Precision = Precision.Double)";
        int Size() => Math.Max(1, least - 2 * padding) + random.Next(5);
        switch (random.Next(4))
        {
            case 0:
                return $"[Network{precision}] [Input({Size()}, {channels})] [Conv1D({filters}, {kernel}, Activation.Tanh, {geometry})] [Flatten] [Dense(2)]";
            case 1:
                // As large that what its padding takes away is there.
                int rows = 2 * padding / stride + random.Next(2, 5), columns = 2 * padding / stride + random.Next(2, 5);
                return $"[Network{precision}] [Input({channels}, {rows}, {columns})] [ConvTranspose2D({filters}, {kernel}, {other}, Activation.Tanh, {geometry}, OutputPadding = {random.Next(stride)})] "
                    + "[Flatten] [Dense(2)]";
            default:
                return $"[Network{precision}] [Input({channels}, {Size()}, {Size()})] [Conv2D({filters}, {kernel}, {other}, Activation.Tanh, {geometry})] [Conv2D(2, 1)] [Flatten] [Dense(2)]";
        }
    }
}
