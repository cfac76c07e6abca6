using System;
using System.Collections.Generic;
using System.Linq;
using GenNet.Generator.Emission.Text;
using GenNet.Generator.Expressions;
using GenNet.Generator.Programs;

namespace GenNet.Generator.Emission.Functions;

/// <summary>Statements of a program as C#.</summary>
/// <param name="w">Where they go.</param>
/// <param name="prefix">What stands before types of System.</param>
/// <param name="names">The names that are taken.</param>
internal sealed class StatementWriter(CodeWriter w, string prefix, NameTable names)
{
    private Kept? _kept;
    private string? _length;
    private string? _part;

    /// <summary>The span that numbers are kept in, by its name, with the local that counts them.</summary>
    /// <param name="Name">The span.</param>
    /// <param name="Top">The local.</param>
    /// <param name="Type">The type of its numbers.</param>
    public sealed record Kept(string Name, string Top, string Type)
    {
        /// <summary>A part of it as a span of a type: it may be of doubles where floats are wanted.</summary>
        public string Part(string type, string start, string length) => type == Type
            ? $"{Name}.Slice({start}, {length})"
            : $"global::System.Runtime.InteropServices.MemoryMarshal.Cast<double, float>({Name}.Slice({start}, {length})).Slice(0, {length})";
    }

    /// <summary>Where numbers are kept from here on.</summary>
    public void KeepIn(Kept kept) => _kept = kept;

    /// <summary>The local that lengths are added up in.</summary>
    public void CountIn(string length) => _length = length;

    public void Write(Body body)
    {
        for (int i = 0; i < body.Statements.Count; i++)
        {
            if (body.Statements[i] is not Declare declare)
            {
                Write(body.Statements[i]);
                continue;
            }

            // Declarations of one type share a line.
            var names = new List<string>();
            for (; i < body.Statements.Count && body.Statements[i] is Declare next && next.Target.Type == declare.Target.Type; i++)
                names.Add($"{next.Target.Name} = {(next.Target.Type is "float" or "double" ? "0" : "default")}");
            i--;
            w.List($"{declare.Target.Type} ", names, ";");
        }
    }

    /// <summary>An expression of a type.</summary>
    public string Text(Expr value, string type) => ExpressionPrinter.PrintWhole(value, Style(type));

    private MathStyle Style(string type) => new(type == "float" ? "float" : "double", prefix);

    private void Write(Statement statement)
    {
        switch (statement)
        {
            case Note s:
                w.GapAfterBlock();
                w.Line($"// {s.Text}");
                break;
            case Assign s:
                w.Line(s.Declares ? $"{s.Target.Type} {s.Target.Name} = {Text(s.Value, s.Target.Type)};" : Assignment(s.Target.Name, s.Target.Variable, s.Value, s.Target.Type));
                break;
            case Load s:
                w.Line($"{(s.Declares ? s.Target.Type + " " : "")}{s.Target.Name} = {s.Series.At(s.Index)};");
                break;
            case Store s:
                Write(s);
                break;
            case Branch s:
                Write(s);
                break;
            case Loop s:
                using (w.Block(Header(s)))
                    Write(s.Body);
                break;
            case Keep s:
                w.Line($"{_kept!.Name}[{_kept.Top}++] = {ToKept(s.Value)};");
                break;
            case Restore s:
                w.Line($"{(s.Declares ? s.Target.Type + " " : "")}{s.Target.Name} = {FromKept(s.Target.Type)};");
                break;
            case Invoke s:
                Write(s);
                break;
            case InvokeSecond s:
                Write(s);
                break;
            case Pull s:
                Write(s);
                break;
            case Lengthen s:
                w.Line($"{_length} += {s.Amount.Text};");
                break;
            default:
                throw new InvalidOperationException($"No C# for {statement.GetType().Name}.");
        }
    }

    private string Assignment(string target, Variable variable, Expr value, string type) => value switch
    {
        Add sum when sum.Left == variable => $"{target} += {Text(sum.Right, type)};",
        Subtract difference when difference.Left == variable => $"{target} -= {Text(difference.Right, type)};",
        _ => $"{target} = {Text(value, type)};",
    };

    private void Write(Store s)
    {
        string place = s.Series.At(s.Index);
        w.Line(!s.Adds ? $"{place} = {Text(s.Value, s.Series.Type)};"
            : s.Value is Negate negative ? $"{place} -= {Text(negative.Operand, s.Series.Type)};" : $"{place} += {Text(s.Value, s.Series.Type)};");
    }

    private void Write(Branch s)
    {
        string condition = Style("double").Condition(s.Condition);
        Body then = s.Then, otherwise = s.Otherwise;
        if (then.Statements.Count == 0)
        {
            condition = Style("double").Condition(new Not(s.Condition));
            (then, otherwise) = (otherwise, then);
        }

        using (w.Block($"if ({condition})"))
            Write(then);
        if (otherwise.Statements.Count == 0)
            return;
        using (w.Block("else"))
            Write(otherwise);
    }

    private static string Header(Loop s)
    {
        string i = s.Index.Name;
        string step = s.Step switch
        {
            1 => $"{i}++",
            -1 => $"{i}--",
            > 0 => $"{i} += {s.Step}",
            _ => $"{i} -= {-s.Step}",
        };
        return $"for ({s.Index.Type} {i} = {s.First.Text}; {i} {MathStyle.Sign(s.Comparison)} {s.Limit.Text}; {step})";
    }

    private static string ToKept(Number number) => number.Type switch
    {
        "bool" => $"{number.Name} ? 1 : 0",
        "long" => $"global::System.BitConverter.Int64BitsToDouble({number.Name})",
        "float" or "double" => number.Name,
        _ => $"(double){number.Name}",
    };

    private string FromKept(string type)
    {
        string value = $"{_kept!.Name}[--{_kept.Top}]";
        return type switch
        {
            "bool" => $"{value} != 0",
            "long" => $"global::System.BitConverter.DoubleToInt64Bits({value})",
            _ => type == _kept.Type ? value : $"({type}){value}",
        };
    }

    /// <summary>The value; with its slopes, where they are asked for.</summary>
    private void Write(Invoke s)
    {
        bool hasSlopes = !s.HasSpans && s.Arguments.Any(argument => argument.Slope is not null);
        string arguments = string.Join(", ", Values(s).Concat(hasSlopes ? Slopes(s, s.Declares) : []));
        w.Line($"{(s.Declares ? s.Target.Type + " " : "")}{s.Target.Name} = {s.Method}({arguments});");
    }

    private void Write(InvokeSecond s)
    {
        InvokeArgument[] active = [.. s.Call.Arguments.Where(argument => argument.Type is not null)];
        IEnumerable<string> directions = s.Call.Arguments.Zip(s.Directions, (argument, direction) => (argument, direction))
            .Where(pair => pair.argument.Type is not null).Select(pair => Text(pair.direction, pair.argument.Type!));
        IEnumerable<string> products = s.Call.Arguments.Zip(s.Slopes, (argument, slope) => (argument, slope)).Where(pair => pair.argument.Type is not null)
            .Select(pair => pair.slope is { } slope ? $"out {(s.Call.Declares ? slope.Type + " " : "")}{slope.Name}" : "out _");
        string arguments = string.Join(", ", Values(s.Call).Concat(directions).Concat(active.Select(argument => Slope(argument, s.Call.Declares))).Concat(products));
        w.Line($"{(s.Call.Declares ? s.Call.Target.Type + " " : "")}{s.Call.Target.Name} = {s.Call.Method}HessianProduct({arguments});");
    }

    private void Write(Pull s)
    {
        string offset = _kept!.Top;
        foreach ((string name, Series argument, _) in s.Spans)
        {
            w.Line($"{prefix}Span<{argument.Type}> {name} = {_kept.Part(argument.Type, offset, $"{argument.Name}.Length")};");
            offset += $" + {argument.Name}.Length";
        }

        var spans = new Queue<string>(s.Spans.Select(span => span.Name));
        w.Line($"{s.Call.Method}({string.Join(", ", Values(s.Call).Concat(s.Call.Arguments.Where(argument => argument.Type is not null)
            .Select(argument => argument.Series is not null ? spans.Dequeue() : Slope(argument, declares: true))))});");
        foreach ((string name, Series argument, Series? gradient) in s.Spans.Where(span => span.Gradient is not null))
        {
            string index = _part ??= names.Unique("k");
            using (w.Block($"for (int {index} = 0; {index} < {name}.Length; {index}++)"))
                w.Line($"{gradient!.Name}[{index}] += {Text(s.Adjoint * (Expr)new Variable($"{name}[{index}]"), argument.Type)};");
        }
    }

    private IEnumerable<string> Values(Invoke s) => s.Arguments.Select(argument => argument.Series?.Name ?? Text(argument.Value!, argument.Type ?? "double"));

    private static IEnumerable<string> Slopes(Invoke s, bool declares) =>
        s.Arguments.Where(argument => argument.Type is not null).Select(argument => Slope(argument, declares));

    private static string Slope(InvokeArgument argument, bool declares) =>
        argument.Slope is { } slope ? $"out {(declares ? slope.Type + " " : "")}{slope.Name}" : "out _";
}
