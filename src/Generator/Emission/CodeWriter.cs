using System;
using System.Text;

namespace GenNet.Generator.Emission;

/// <summary>Indented lines of C#. Line ends are '\n' on every machine.</summary>
internal sealed class CodeWriter
{
    private readonly StringBuilder _text = new();
    private int _depth;
    private bool _afterOpening = true;

    /// <summary>Writes lines at the current depth; an empty string is an empty line.</summary>
    public void Line(string text = "")
    {
        foreach (string line in text.Replace("\r", "").Split('\n'))
        {
            if (line.Length > 0)
                _text.Append(' ', 4 * _depth).Append(line);
            _text.Append('\n');
        }

        _afterOpening = false;
    }

    /// <summary>An empty line, unless a block has just been opened.</summary>
    public void Gap()
    {
        if (!_afterOpening)
            Line();
        _afterOpening = true;
    }

    /// <summary>A header, if there is one, and a braced block, closed by disposing.</summary>
    public IDisposable Block(string header = "")
    {
        if (header.Length > 0)
            Line(header);
        Line("{");
        _depth++;
        _afterOpening = true;
        return new Closing(this, "}");
    }

    /// <summary>A header and its one statement, indented.</summary>
    public void Single(string header, string statement)
    {
        Line(header);
        _depth++;
        Line(statement);
        _depth--;
    }

    /// <summary>Indents what follows, without braces, until disposed.</summary>
    public IDisposable Indent()
    {
        _depth++;
        return new Closing(this, null);
    }

    public override string ToString() => _text.ToString();

    private void Close(string? brace)
    {
        _depth--;
        if (brace is not null)
            Line(brace);
        _afterOpening = false;
    }

    private sealed class Closing(CodeWriter writer, string? brace) : IDisposable
    {
        public void Dispose() => writer.Close(brace);
    }
}
