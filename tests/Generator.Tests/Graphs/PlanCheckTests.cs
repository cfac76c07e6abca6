using System;
using System.Linq;
using GenNet.Generator.Planning;

namespace GenNet.Generator.Tests.Graphs;

/// <summary>The check of plans finds what is wrong with a wrong one.</summary>
public class PlanCheckTests
{
    private const string Declaration = "[Network] [Dense(4, 20, Activation.Tanh)] [Dropout(0.3)] [Dense(40, Activation.Tanh)] [Dense(3)]";

    private readonly PlanCheck _right = Training();

    [Fact]
    public void The_plan_as_it_is_has_no_fault() => Assert.Empty(_right.Faults());

    [Fact]
    public void A_value_in_the_place_of_one_that_is_needed_is_a_fault()
    {
        Place needed = _right.Of("z3");
        Assert.Contains("z3 stands in a2, which is needed", _right.With(needed with { Offset = _right.Of("a2").Offset }).Faults());
        Assert.Contains("z3 stands in a2, which is needed", _right.With(needed with { Offset = _right.Of("a2").Offset, Over = _right.Of("a2").Value }).Faults());
    }

    [Fact]
    public void The_last_line_of_the_last_row_counts()
    {
        Place later = _right.Places.Where(place => place.Offset > 0 && place.Over is null).MinBy(place => place.Offset)!;
        Assert.Contains(
            _right.With(later with { Offset = later.Offset - 16 }).Faults(),
            fault => fault.Contains("stands in", StringComparison.Ordinal) && fault.Contains(later.Value.Name, StringComparison.Ordinal));
    }

    [Fact]
    public void A_value_over_one_that_its_operation_must_not_overwrite_is_a_fault()
    {
        // A product that stands over what it reads would read what it has written.
        NetworkProgram program = NetworkPlanner.Plan(Networks.Model("[Network(Mode = NetworkMode.Inference)] [Dense(4, 70)] [Dense(70)] [Dense(70)]"));
        PlanCheck right = PlanCheck.Of(program.Format, program.Forward.Plan, Passes.Of(program.Forward));
        Place read = right.Of("z1");
        Assert.Contains("z2 stands in z1, which is needed", right.With(right.Of("z2") with { Offset = read.Offset, Over = read.Value }).Faults());
    }

    [Fact]
    public void A_value_in_a_mask_is_a_fault_even_where_the_mask_is_needed_no_more()
    {
        Place mask = _right.Of("m2");
        Assert.Contains("dz1 stands in the mask m2", _right.With(_right.Of("dz1") with { Offset = mask.Offset }).Faults());
    }

    [Fact]
    public void An_offset_within_a_cache_line_is_a_fault() =>
        Assert.Contains("z1 does not start at a cache line", _right.With(_right.Of("z1") with { Offset = _right.Of("z1").Offset + 8 }).Faults());

    [Fact]
    public void Rows_of_another_format_are_a_fault()
    {
        Assert.Contains("z1 has rows of another format", _right.With(_right.Of("z1") with { Stride = 16 }).Faults());
        Assert.Contains("z1 has rows of another format", _right.With(_right.Of("z1") with { Columns = 19 }).Faults());
    }

    [Fact]
    public void A_workspace_of_another_length_is_a_fault()
    {
        Assert.Contains($"the places need {_right.Length} numbers, and the workspace has {_right.Length + 16}", (_right with { Length = _right.Length + 16 }).Faults());
        Assert.Contains((_right with { Length = _right.Length - 16 }).Faults(), fault => fault.EndsWith("is not within the workspace", StringComparison.Ordinal));
    }

    [Fact]
    public void A_value_without_a_place_is_a_fault()
    {
        Assert.Contains("da1 has not one place", (_right with { Places = [.. _right.Places.Where(place => place.Value.Name != "da1")] }).Faults());
    }

    [Fact]
    public void A_value_that_is_read_before_it_is_written_is_a_fault()
    {
        Assert.Contains("z1 is read before it is written", (_right with { Schedules = [[.. _right.Schedules[0].Skip(1)]] }).Faults());
        Assert.Contains("z1 is read before it is written", (_right with { Schedules = [[.. _right.Schedules[0].Skip(1), _right.Schedules[0][0]]] }).Faults());
    }

    private static PlanCheck Training()
    {
        NetworkProgram program = NetworkPlanner.Plan(Networks.Model(Declaration));
        return PlanCheck.Of(program.Format, program.Training!.Plan, Passes.Of(program.Training));
    }
}
