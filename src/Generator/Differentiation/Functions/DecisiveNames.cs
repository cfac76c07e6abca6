using System.Collections.Generic;
using System.Linq;
using GenNet.Generator.Expressions;
using GenNet.Generator.Programs;

namespace GenNet.Generator.Differentiation.Functions;

/// <summary>The names that decide how often loops run. No differentiated number is among them: parsing has refused that.</summary>
internal static class DecisiveNames
{
    /// <summary>Those of a gradient, with its parameters and the indexes of its loops.</summary>
    public static HashSet<string> Of(FunctionGradient gradient)
    {
        var names = new HashSet<string>();
        foreach (Loop loop in All(gradient.Forward).OfType<Loop>())
            names.UnionWith(Variables.Read(loop));
        HashSet<string> computable = Computable(gradient);
        Statement[] passive = [.. All(gradient.Forward)
            .Where(statement => (statement is Branch || Variables.Assigned(statement) is { IsActive: false }) && Variables.Read(statement).All(computable.Contains))];
        for (int before = -1; before != names.Count;)
        {
            before = names.Count;
            foreach (Statement statement in passive.Where(statement => Decides(statement, names)))
                names.UnionWith(Variables.Read(statement));
        }

        names.UnionWith(gradient.Numbers.Values.Where(number => number.Role is NumberRole.Parameter or NumberRole.Index).Select(number => number.Name));
        return names;
    }

    /// <summary>The names whose values follow from parameters and indexes without arithmetic that is differentiated.</summary>
    private static HashSet<string> Computable(FunctionGradient gradient)
    {
        HashSet<string> names = [.. gradient.Numbers.Values.Where(number => !number.IsActive || number.Role == NumberRole.Parameter).Select(number => number.Name)];
        names.UnionWith(gradient.Program.Elements.Keys);
        Statement[] assignments = [.. All(gradient.Forward).Where(statement => Variables.Assigned(statement) is { IsActive: false })];
        for (int before = -1; before != names.Count;)
        {
            before = names.Count;
            foreach (Statement statement in assignments.Where(statement => statement is Load or Invoke || !Variables.Read(statement).All(names.Contains)))
                names.Remove(Variables.Assigned(statement)!.Name);
        }

        return names;
    }

    private static bool Decides(Statement statement, HashSet<string> names) => statement is Branch
        ? Variables.Bodies(statement).SelectMany(All).Any(inner => Variables.Assigned(inner) is { IsActive: false } target && names.Contains(target.Name))
        : names.Contains(Variables.Assigned(statement)!.Name);

    private static IEnumerable<Statement> All(Body body) => body.Statements.SelectMany(statement => Variables.Bodies(statement).SelectMany(All).Prepend(statement));
}
