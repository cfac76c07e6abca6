using System.Linq;
using GenNet.Generator.Lowering;
using GenNet.Generator.Planning;

namespace GenNet.Generator.Tests.Graphs;

/// <summary>The places of values, checked as they stand in the plan.</summary>
public class PlanTests
{
    [Theory]
    [MemberData(nameof(Networks.Planned), MemberType = typeof(Networks))]
    public void No_value_stands_where_another_is_needed(string declaration)
    {
        NetworkProgram program = NetworkPlanner.Plan(Networks.Model(declaration));
        Assert.True(program.Format.IsPadded);
        Assert.Empty(PlanCheck.Of(program.Format, program.Forward.Plan, Passes.Of(program.Forward)).Faults());
        if (program.Training is { } training)
            Assert.Empty(PlanCheck.Of(program.Format, training.Plan, Passes.Of(training)).Faults());
    }

    [Theory]
    [MemberData(nameof(Networks.Tiny), MemberType = typeof(Networks))]
    public void Networks_that_are_written_number_by_number_need_no_workspace(string declaration)
    {
        NetworkProgram program = NetworkPlanner.Plan(Networks.Model(declaration));
        Assert.False(program.Format.IsPadded);
        Assert.Equal((0, 0, program.Parameters.Length), (program.Forward.Plan.Length, program.Training!.Plan.Length, program.WorkspaceLength));
        Assert.Equal(program.Parameters.Tensors.Sum(tensor => tensor.Count), program.Parameters.Length);
    }

    [Theory]
    [MemberData(nameof(Networks.All), MemberType = typeof(Networks))]
    public void Each_number_of_a_tensor_has_a_place_of_its_own_and_none_stands_in_padding(string declaration)
    {
        NetworkProgram program = NetworkPlanner.Plan(Networks.Model(declaration));
        var owners = new string?[program.Parameters.Length];
        foreach (ParameterTensor tensor in program.Parameters.Tensors)
        {
            Place place = program.Parameters.Of(tensor);
            Assert.Equal(0, program.Format.IsPadded ? place.Offset * program.Format.ElementSize % 64 : 0);
            int[] strides = [.. program.Parameters.Strides(tensor)];
            (int Numbers, int Padding) pieces = program.Parameters.Pieces(tensor) ?? (int.MaxValue, 0);
            for (long number = 0; number < tensor.Count; number++)
            {
                long rest = number;
                int at = place.Offset;
                for (int i = strides.Length - 1; i >= 0; i--)
                {
                    int index = (int)(rest % tensor.Shape[i]);
                    at += index * strides[i] + (i == 0 ? index / pieces.Numbers * pieces.Padding : 0);
                    rest /= tensor.Shape[i];
                }

                Assert.InRange(at, place.Offset, place.Offset + tensor.Value.Rows * place.Stride - 1);
                Assert.True((at - place.Offset) % place.Stride % program.Format.PieceStride(tensor.Value) < tensor.Value.Columns / tensor.Value.Pieces);
                Assert.Null(owners[at]);
                owners[at] = tensor.LayoutName;
            }
        }
    }
}
