using System.Collections.Generic;
using System.Linq;
using GenNet.Generator.Emission.Text;
using GenNet.Generator.Graphs;
using GenNet.Generator.Planning;

namespace GenNet.Generator.Emission.Layers;

/// <summary>The plan as C#: where each value stands in a buffer, under its name.</summary>
/// <param name="w">Where it goes.</param>
/// <param name="words">The number type.</param>
internal sealed class MemoryStructs(CodeWriter w, Vocabulary words)
{
    /// <summary>The parameters, or the gradients, which stand in the same way.</summary>
    public void Parameters(ParameterPlan plan, bool hasGradients)
    {
        w.Gap();
        w.Line($"/// <summary>Where the tensors stand in the buffer of the parameters{(hasGradients ? ", and their gradients in that of the gradients" : "")}.</summary>");
        Struct("Tensors", () =>
        {
            foreach (Place place in plan.Places)
                Property(place, []);
        });
    }

    /// <summary>The scratch of a block of rows.</summary>
    public void Scratch(string name, string use, WorkspacePlan plan)
    {
        w.Gap();
        w.Line($"/// <summary>Where the numbers of up to {plan.BlockRows} rows stand in the workspace {use}.</summary>");
        Struct(name, () =>
        {
            var before = new List<Place>();
            foreach (Place place in plan.Places)
            {
                if (place.Over is { } over)
                {
                    Value last = before.Last(other => (other.Over ?? other.Value) == over).Value;
                    w.Line($"public {words.Rows} {place.Value.Name} => {(last.Columns == place.Value.Columns ? over.Name : New(place))};   // over {last.Name}, which nobody reads any more");
                }
                else
                {
                    Property(place, before.Where(other => other.Over is null && other.Offset < End(place, plan) && place.Offset < End(other, plan)));
                }

                before.Add(place);
            }
        });
    }

    private void Struct(string name, System.Action properties)
    {
        using (w.Block($"private readonly ref struct {name}(ref {words.Scalar} origin)"))
        {
            w.Line($"private readonly ref {words.Scalar} _origin = ref origin;");
            w.Gap();
            properties();
        }
    }

    private void Property(Place place, IEnumerable<Place> there)
    {
        string names = string.Join(", ", there.Select(other => other.Value.Name)), where = names.Length == 0 ? "" : $", where {names} stood";
        w.Commented($"public {words.Rows} {place.Value.Name} => {New(place)};", place.Value.Extent + where);
    }

    /// <summary>Behind the last number of a place: that of all rows of a block, and their steps.</summary>
    private static int End(Place place, WorkspacePlan plan) =>
        place.Offset + (place.Value.IsOfSamples ? plan.BlockRows * place.Value.Steps : place.Value.Rows) * place.Stride;

    private static string New(Place place) => $"new(ref _origin, {place.Offset}, columns: {place.Columns}, stride: {place.Stride})";
}
