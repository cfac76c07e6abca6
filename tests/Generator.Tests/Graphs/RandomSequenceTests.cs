using System;
using System.Collections.Immutable;
using GenNet.Generator.Graphs;
using GenNet.Generator.Model;
using GenNet.Generator.Planning;

namespace GenNet.Generator.Tests.Graphs;

/// <summary>Networks of random layers of sequences, with rows of one length and of many: layer by layer, against central differences, in planned memory and step by step.</summary>
public class RandomSequenceTests
{
    private const int Many = 80;

    /// <summary>Differences take longer.</summary>
    private const int Some = 20;

    [Fact]
    public void Any_network_computes_its_layers_one_by_one() => Each(Many, declaration =>
    {
        var lowering = new LoweringTests();
        lowering.Outputs_are_those_of_the_layers_one_by_one(declaration);
        lowering.The_loss_is_that_of_the_outputs(declaration);
    });

    [Fact]
    public void Any_network_has_its_gradients() => Each(Some, declaration =>
    {
        var gradients = new GraphGradients(Networks.Model(declaration), rows: 2, numbers: 2);
        gradients.AssertGradients(gradients.Loss, last => last.Loss());
        gradients.AssertGradients(gradients.Product, last => last.OutputAdjoint());
    });

    [Fact]
    public void Any_network_computes_in_its_plan_what_it_computes_without() => Each(Many, declaration =>
    {
        NetworkProgram program = NetworkPlanner.Plan(Networks.Model(declaration));
        ImmutableArray<ImmutableArray<Operation>> training = Passes.Of(program.Training!), forward = Passes.Of(program.Forward);
        new PlannedRun(program, program.Training!.Plan, program.Training.Layers, training).AssertPass(training[0]);
        new PlannedRun(program, program.Forward.Plan, program.Forward.Layers, forward).AssertPass(forward[1]);
        Assert.Empty(PlanCheck.Of(program.Format, program.Training.Plan, training).Faults());
    });

    [Fact]
    public void Any_network_that_streams_computes_in_steps_what_it_computes_of_the_whole() => Each(Many, declaration =>
    {
        // Of rows with lengths the graph of a step is the same.
        if (Networks.Model(declaration) is not { Streams: true, HasLengths: false })
            return;
        var stream = new StreamTests();
        stream.Steps_compute_what_the_whole_sequence_computes(declaration);
        stream.No_value_stands_where_another_is_needed(declaration);
    });

    private static void Each(int count, Action<string> holds)
    {
        for (int seed = 0; seed < count; seed++)
        {
            string declaration = RandomSequences.Declaration(new Random(seed), hasLengths: seed % 2 == 1);
            try
            {
                holds(declaration);
            }
            catch (Exception exception)
            {
                throw new InvalidOperationException(declaration, exception);
            }
        }
    }
}
