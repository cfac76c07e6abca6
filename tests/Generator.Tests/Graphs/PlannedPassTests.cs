using System.Collections.Immutable;
using GenNet.Generator.Graphs;
using GenNet.Generator.Planning;

namespace GenNet.Generator.Tests.Graphs;

/// <summary>The passes of planned networks, in the memory that the plan lays out.</summary>
public class PlannedPassTests
{
    [Theory]
    [MemberData(nameof(Networks.Planned), MemberType = typeof(Networks))]
    public void Inference_and_evaluation_compute_in_their_plan_what_they_compute_without(string declaration)
    {
        NetworkProgram program = NetworkPlanner.Plan(Networks.Model(declaration));
        AssertPasses(program, program.Forward.Plan, program.Forward.Layers, Passes.Of(program.Forward));
    }

    [Theory]
    [MemberData(nameof(Networks.Padded), MemberType = typeof(Networks))]
    public void Training_computes_in_its_plan_what_it_computes_without(string declaration)
    {
        NetworkProgram program = NetworkPlanner.Plan(Networks.Model(declaration));
        AssertPasses(program, program.Training!.Plan, program.Training.Layers, Passes.Of(program.Training));
    }

    /// <summary>A block as large as they can be, in which a row that reaches into the place of another value shows.</summary>
    [Theory]
    [MemberData(nameof(Networks.Sizes), MemberType = typeof(Networks))]
    public void A_full_block_is_computed_like_a_small_one(string declaration)
    {
        NetworkProgram program = NetworkPlanner.Plan(Networks.Model(declaration));
        ImmutableArray<ImmutableArray<Operation>> passes = Passes.Of(program.Training!);
        new PlannedRun(program, program.Training!.Plan, program.Training.Layers, passes).AssertPassOfFullBlock(passes[0]);
    }

    /// <summary>Each pass is the first one in a workspace, where it can read nothing that another has left; then one pass leaves its junk to the next.</summary>
    private static void AssertPasses(
        NetworkProgram program, WorkspacePlan plan, ImmutableArray<LayerProgram> layers, ImmutableArray<ImmutableArray<Operation>> passes)
    {
        PlannedRun? run = null;
        foreach (ImmutableArray<Operation> pass in passes)
        {
            run = new PlannedRun(program, plan, layers, passes);
            run.AssertPass(pass);
        }

        foreach (ImmutableArray<Operation> pass in passes)
            run!.AssertPass(pass);
    }
}
