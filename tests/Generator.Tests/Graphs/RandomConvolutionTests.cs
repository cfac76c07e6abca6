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
            string declaration = RandomConvolutions.Declaration(new Random(seed));
            var gradients = new GraphGradients(Networks.Model(declaration), rows: 1 + seed % 3);
            gradients.AssertGradients(gradients.Product, last => last.OutputAdjoint());
        }
    }

    [Fact]
    public void Any_geometry_computes_in_its_plan_what_it_computes_without()
    {
        for (int seed = 0; seed < Geometries; seed++)
        {
            NetworkProgram program = NetworkPlanner.Plan(Networks.Model(RandomConvolutions.Declaration(new Random(seed))));
            ImmutableArray<ImmutableArray<Operation>> passes = Passes.Of(program.Training!);
            new PlannedRun(program, program.Training!.Plan, program.Training.Layers, passes).AssertPass(passes[0]);
        }
    }

    [Fact]
    public void Any_geometry_gives_the_shape_of_its_definition()
    {
        for (int seed = 0; seed < Geometries; seed++)
        {
            var layer = (ConvolutionLayer)Networks.Model(RandomConvolutions.Declaration(new Random(seed))).Layers[0];
            Shape side = layer is ConvTranspose2DLayer ? layer.Input : layer.Output;
            long columns = (layer.Window.Columns.PaddedSize - layer.Window.Dilation.Columns * (layer.Window.Kernel.Columns - 1) - 1) / layer.Window.Stride.Columns + 1;
            Assert.Equal(layer is Conv1DLayer ? side.Dimensions[0] : side.Dimensions[2], columns);
        }
    }
}
