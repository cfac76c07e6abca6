using System;
using System.Collections.Generic;
using GenNet.Generator.Emission.Text;
using GenNet.Generator.Model;

namespace GenNet.Generator.Emission.Surface;

/// <summary>Writes the members of a user's class: each with the mark of emitted code, and with the modifier that it needs beside inherited members.</summary>
/// <param name="code">Where they go.</param>
/// <param name="inherited">The members of base classes that have a name of the surface.</param>
internal sealed class MemberWriter(CodeWriter code, IReadOnlyCollection<InheritedMember> inherited)
{
    public CodeWriter Code => code;

    /// <summary>A line of documentation, folded.</summary>
    public void Documentation(string text) => code.Folded("/// ", text);

    /// <summary>A member that is one expression.</summary>
    /// <param name="header">What stands before the parameters.</param>
    /// <param name="parameters">The parameters; null where it is no method.</param>
    /// <param name="expression">Its value.</param>
    public void Expression(string header, IReadOnlyList<string>? parameters, string expression)
    {
        string declared = Declared(header, parameters), list = parameters is null ? "" : $"({string.Join(", ", parameters)})";
        Marked($"{declared}{list} => {expression};", () =>
        {
            code.List($"{declared}{(parameters is null ? "" : "(")}", parameters ?? [], parameters is null ? " =>" : ") =>");
            using (code.Indent())
                code.Line(expression + ";");
        });
    }

    /// <summary>A member that is one call, folded.</summary>
    public void Folded(string header, IReadOnlyList<string> parameters, string method, IReadOnlyList<string> arguments)
    {
        code.Line(GeneratedCode.Mark);
        code.List(Declared(header, parameters) + "(", parameters, ") =>");
        using (code.Indent())
            code.List(method + "(", arguments, ");");
    }

    /// <summary>A method with statements.</summary>
    public void Method(string header, IReadOnlyList<string> parameters, Action body)
    {
        code.Line(GeneratedCode.Mark);
        code.List(Declared(header, parameters) + "(", parameters, ")");
        using (code.Block())
            body();
    }

    /// <summary>Another line that declares a member.</summary>
    public void Line(string declaration)
    {
        string line = HiddenMembers.Declare(declaration, inherited);
        Marked(line, () => code.Line(line));
    }

    /// <summary>A declaration with the mark before it, or above it where the line would be too long.</summary>
    private void Marked(string line, Action folded)
    {
        if (code.Fits($"{GeneratedCode.Mark} {line}"))
        {
            code.Line($"{GeneratedCode.Mark} {line}");
            return;
        }

        code.Line(GeneratedCode.Mark);
        if (code.Fits(line))
            code.Line(line);
        else
            folded();
    }

    /// <summary>The header with its modifier, which depends on the types of the parameters.</summary>
    private string Declared(string header, IReadOnlyList<string>? parameters)
    {
        string whole = HiddenMembers.Declare(parameters is null ? header : $"{header}({string.Join(", ", parameters)})", inherited);
        return parameters is null ? whole : whole.Substring(0, whole.Length - string.Join(", ", parameters).Length - 2);
    }
}
