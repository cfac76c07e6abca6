using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using FsCheck;
using FsCheck.Fluent;

namespace GenNet.Generator.Tests.Functions;

/// <summary>Random functions, as many as one likes.</summary>
internal static class RandomPrograms
{
    /// <summary>FsCheck draws seeds: what may stand at a place of a function depends on everything before it.</summary>
    public static Gen<RandomProgram> All => Gen.Choose(0, int.MaxValue).Select(seed => Draw(new Random(seed)));

    private static RandomProgram Draw(Random random)
    {
        var functions = ImmutableArray<RandomFunction>.Empty;
        for (int count = random.Next(1, 4); functions.Length < count;)
            functions = functions.Add(Draw(random, $"F{functions.Length}", functions));
        return new RandomProgram(random.Next(5) == 0 ? "float" : "double", functions, random.Next());
    }

    private static RandomFunction Draw(Random random, string name, ImmutableArray<RandomFunction> callable)
    {
        var scope = new Scope(random, callable);
        ImmutableArray<RandomParameter> parameters = [.. Parameters(random)];
        foreach (RandomParameter parameter in parameters)
        {
            scope.Add(new Variable(parameter.Name, parameter.Kind switch
            {
                ParameterKind.Scalar => VariableKind.Scalar,
                ParameterKind.Span => VariableKind.Span,
                ParameterKind.Written => VariableKind.Written,
                ParameterKind.Int => VariableKind.Whole,
                ParameterKind.Long => VariableKind.Long,
                _ => VariableKind.Truth,
            }, IsAssignable: parameter.Kind == ParameterKind.Written, IsFixed: true, parameter.IsConstant));
        }

        bool isVoid = parameters.Any(parameter => parameter.Kind == ParameterKind.Written);
        var drawer = new StatementDrawer(scope, isVoid);
        bool writesFirst = random.Next(2) == 0;
        List<Fragment> body = [.. writesFirst ? drawer.Writes() : []];
        body.AddRange(drawer.Statements(random.Next(isVoid ? 2 : 0, 7), depth: 3));
        if (!isVoid)
            body.Add(drawer.Return());
        else if (!writesFirst)
            body.AddRange(drawer.Writes());
        return new RandomFunction(name, parameters, Fragment.Block([.. body]));
    }

    /// <summary>One parameter at least has a gradient; the first does.</summary>
    private static IEnumerable<RandomParameter> Parameters(Random random)
    {
        ParameterKind[] kinds =
            [ParameterKind.Scalar, ParameterKind.Scalar, ParameterKind.Scalar, ParameterKind.Span, ParameterKind.Span, ParameterKind.Int, ParameterKind.Long, ParameterKind.Bool];
        yield return new RandomParameter("p0", kinds[random.Next(5)]);
        int count = random.Next(1, 5);
        for (int i = 1; i < count; i++)
        {
            var parameter = new RandomParameter($"p{i}", kinds[random.Next(kinds.Length)]);
            yield return parameter with { IsConstant = parameter.IsDifferentiated && random.Next(8) == 0 };
        }

        // One in five writes a span, or two.
        for (int i = 0, written = random.Next(5) == 0 ? random.Next(1, 3) : 0; i < written; i++)
            yield return new RandomParameter($"y{i}", ParameterKind.Written);
    }
}
