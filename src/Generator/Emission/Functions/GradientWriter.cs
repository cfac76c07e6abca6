using System.Collections.Generic;
using System.Linq;
using GenNet.Generator.Differentiation.Functions;
using GenNet.Generator.Emission.Text;
using GenNet.Generator.Expressions;
using GenNet.Generator.Programs;

namespace GenNet.Generator.Emission.Functions;

/// <summary>The methods with the value and the gradient of a function.</summary>
/// <param name="w">Where they go.</param>
/// <param name="file">The function.</param>
/// <param name="gradient">Its gradient.</param>
/// <param name="second">The directions and products of the parameters, where the product with the Hessian is written.</param>
internal sealed class GradientWriter(CodeWriter w, FunctionFile file, FunctionGradient gradient, IReadOnlyList<HessianParameter> second)
{
    /// <summary>The most numbers that stand on the stack: 32 KB of doubles.</summary>
    private const int MostOnStack = 4096;

    private readonly FunctionProgram _program = gradient.Program;
    private readonly KeptLength _length = KeptLength.Of(gradient);
    private readonly FunctionText _text = new(file, gradient.Program, second);

    private bool HasOwnBuffer => !_length.IsZero && _length.IsConstant && _length.Constant <= MostOnStack;

    /// <summary>The type of the numbers that are kept.</summary>
    private string KeptType => KeptTypes(gradient.Forward).Concat(gradient.SeriesGradients.Keys.Select(series => series.Type)).Append(_program.Type).Any(type => type is not ("float" or "bool")) ? "double" : "float";

    private string ReturnType => _program.Result is null ? "void" : _program.Type;

    private string Declaration => $"{file.Accessibility} static {ReturnType} {_text.Method}(";

    public void Write()
    {
        _text.Summary(w, "");
        if (!_length.IsZero && !HasOwnBuffer)
        {
            Shorter();
            w.Gap();
            _text.Summary(w, FunctionText.KeptRemark);
        }

        w.Line(GeneratedCode.Mark);
        w.List(Declaration, Signature(withBuffer: !_length.IsZero && !HasOwnBuffer), ")");
        using (w.Block())
            Whole();
        if (!_length.IsZero && !HasOwnBuffer)
            Length();
    }

    private IEnumerable<string> Signature(bool withBuffer) => _text.Parameters.Concat(_text.GradientParameters).Concat(withBuffer ? [$"{_program.Prefix}Span<{KeptType}> {KeptName}"] : []);

    private string LengthName => file.Work.Length;

    private string KeptName => file.Work.Kept;

    /// <summary>The way there and the way back.</summary>
    private void Whole()
    {
        var statements = new StatementWriter(w, _program.Prefix, _program.Names);
        Checks();
        Buffer(statements);
        statements.Write(gradient.Forward);
        string? value = _program.Result is { } result ? Value(statements, result) : null;
        w.Gap();
        foreach (Parameter parameter in _program.Parameters.Where(parameter => parameter is { Series.IsActive: true, Series.IsWritten: false }))
            w.Line($"{parameter.GradientName}.Clear();");
        foreach (HessianParameter parameter in second.Where(parameter => parameter.Parameter.Series is not null))
            w.Line($"{parameter.Product}.Clear();");
        foreach (KeyValuePair<Series, Series> pair in gradient.SeriesGradients.Where(pair => gradient.IsCopy(pair.Key)))
            w.Line($"{_program.Parameters.First(parameter => parameter.Series == pair.Key).GradientName}.CopyTo({pair.Value.Name});");
        statements.Write(gradient.Backward);
        if (value is not null)
        {
            w.Gap();
            w.Line($"return {value};");
        }
    }

    /// <summary>What is returned. The way back changes a number of a loop, so its last value goes to a local.</summary>
    private string Value(StatementWriter statements, Expr result)
    {
        string text = statements.Text(result, _program.Type);
        if (result is not Variable variable || !_program.Numbers.TryGetValue(variable.Name, out Number? number) || number.Role != NumberRole.Carry)
            return text;
        w.Line($"{_program.Type} {file.Work.Value} = {text};");
        return file.Work.Value;
    }

    /// <summary>The lengths of the spans of gradients, before anything is written.</summary>
    private void Checks()
    {
        foreach (Parameter parameter in _program.Parameters.Where(parameter => parameter is { Series: not null, GradientName: not null }))
            w.Line($"global::GenNet.CompilerServices.FunctionCheck.Gradient({parameter.Name}, {parameter.GradientName}, \"{parameter.Name}\", \"{parameter.GradientName}\");");
        foreach (HessianParameter parameter in second.Where(parameter => parameter.Parameter.Series is not null))
        {
            string name = parameter.Parameter.Name;
            w.Line($"global::GenNet.CompilerServices.FunctionCheck.Direction({name}, {parameter.Direction}, \"{name}\", \"{parameter.Direction}\");");
            w.Line($"global::GenNet.CompilerServices.FunctionCheck.Gradient({name}, {parameter.Product}, \"{name}\", \"{parameter.Product}\");");
        }
    }

    private void Buffer(StatementWriter statements)
    {
        if (_length.IsZero)
            return;
        if (HasOwnBuffer)
            w.Line($"{_program.Prefix}Span<{KeptType}> {KeptName} = stackalloc {KeptType}[{_length.Constant}];");
        else
            w.Line($"global::GenNet.CompilerServices.FunctionCheck.Kept({KeptName}.Length, {_text.KeptLengthCall}, \"{KeptName}\");");
        var kept = new StatementWriter.Kept(KeptName, gradient.KeepsAnything ? file.Work.Top : "0", KeptType);
        foreach (KeyValuePair<Series, Series> pair in gradient.SeriesGradients.Where(pair => gradient.IsCopy(pair.Key)))
        {
            w.Line($"{_program.Prefix}Span<{pair.Key.Type}> {pair.Value.Name} = {kept.Part(pair.Key.Type, "0", $"{pair.Key.Name}.Length")};");
            w.Line($"{KeptName} = {KeptName}.Slice({pair.Key.Name}.Length);");
        }

        if (gradient.KeepsAnything)
            w.Line($"int {file.Work.Top} = 0;");
        statements.KeepIn(kept);
    }

    /// <summary>The overload whose buffer stands on the stack.</summary>
    private void Shorter()
    {
        w.Line(GeneratedCode.Mark);
        w.List(Declaration, Signature(withBuffer: false), ")");
        using (w.Block())
        {
            string length = LengthName;
            w.Line($"int {length} = {_text.KeptLengthCall};");
            w.Line($"global::GenNet.CompilerServices.FunctionCheck.Stack({length}, {MostOnStack}, \"{_text.Method}\");");
            w.List(
                $"{(_program.Result is null ? "" : "return ")}{_text.Method}(",
                _program.Parameters.Select(parameter => parameter.Name).Concat(_text.GradientArguments).Append($"stackalloc {KeptType}[{length}]"), ");");
        }
    }

    private void Length()
    {
        w.Gap();
        w.Line($"/// <summary>The numbers that the gradient of <see cref=\"{_text.Reference}\"/> {(second.Count == 0 ? "" : "and its derivative ")}keep{(second.Count == 0 ? "s" : "")} of its loops, at most.</summary>");
        _text.ParameterDocs(w);
        w.Line(GeneratedCode.Mark);
        w.List($"{file.Accessibility} static int {_text.KeptLengthName}(", _text.Parameters, ")");
        using (w.Block())
        {
            if (_length.Rest.Statements.All(statement => statement is Lengthen))
            {
                IEnumerable<string> parts = _length.Rest.Statements.Select(statement => ((Lengthen)statement).Amount.Text);
                w.Line($"return {string.Join(" + ", _length.Constant == 0 ? parts : parts.Prepend($"{_length.Constant}"))};");
                return;
            }

            var statements = new StatementWriter(w, _program.Prefix, _program.Names);
            statements.CountIn(LengthName);
            w.Line($"int {LengthName} = {_length.Constant};");
            statements.Write(_length.Rest);
            w.Line($"return {LengthName};");
        }
    }

    private IEnumerable<string> KeptTypes(Body body) => body.Statements.SelectMany(statement =>
        (statement is Keep keep ? new[] { keep.Value.Type } : []).Concat(Variables.Bodies(statement).SelectMany(KeptTypes)));
}
