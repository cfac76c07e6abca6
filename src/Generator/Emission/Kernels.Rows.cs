using System.Linq;

namespace GenNet.Generator.Emission;

/// <content>The products of few rows, which are bound by the reading of the weights.</content>
internal static partial class Kernels
{
    /// <summary>The rows of weights that a single sample reads side by side.</summary>
    private const int Streams = 4;

    /// <summary>Rows one by one, those of a width that registers hold by the kernel of that width.</summary>
    private static void FewRows(CodeWriter w, Vocabulary v, TileShapes shapes)
    {
        const string Row = "ref Unsafe.Add(ref a, i * aRow), aDepth, ref b, bRow, ref Unsafe.Add(ref start, i * startRow), ref Unsafe.Add(ref c, i * cRow));";
        if (shapes.RowVectors.Count == 0)
        {
            w.Line("for (int i = 0; i < m; i++)");
            using (w.Indent())
                w.Line("RowProduct(n, depth, " + Row);
            return;
        }

        using (w.Block("for (int i = 0; i < m; i++)"))
        {
            string otherwise = "";
            foreach (int vectors in shapes.RowVectors)
            {
                w.Single($"{otherwise}if (n == {vectors * v.LineLanes})", $"Row{vectors}(depth, {Row}");
                otherwise = "else ";
            }

            w.Single("else", "RowProduct(n, depth, " + Row);
        }
    }

    /// <summary>A row whose sums all stay in registers.</summary>
    private static void RowInRegisters(CodeWriter w, Vocabulary v, int vectors)
    {
        string t = v.Scalar;
        string At(int i) => (i * v.LineLanes).ToString(System.Globalization.CultureInfo.InvariantCulture);
        int[] columns = Enumerable.Range(0, vectors).ToArray();
        w.Gap();
        w.Line($"""
            /// <summary>c = start + a b for one row of {vectors * v.LineLanes} columns, all sums in registers: a is [depth], b is [depth x {vectors * v.LineLanes}].</summary>
            /// <remarks>
            /// A single sample is bound by the reading of the weights. Those that meet a zero, as most of an image's background is, are not
            /// read at all.
            /// </remarks>
            {Vocabulary.Optimized}
            private static void Row{vectors}(int depth, ref {t} a, nint aDepth, ref {t} b, nint bRow, ref {t} start, ref {t} c)
            """);
        using (w.Block())
        {
            foreach (int i in columns)
                w.Line($"{v.Vector} c{i} = {v.Vector}.Zero;");
            using (w.Block("for (int k = 0; k < depth; k++, a = ref Unsafe.Add(ref a, aDepth), b = ref Unsafe.Add(ref b, bRow))"))
            {
                w.Single("if (a == 0)", "continue;");
                w.Line($"{v.Vector} ak = {v.Spread("a")};");
                foreach (int i in columns)
                    w.Line($"c{i} = {v.VectorClass}.MultiplyAddEstimate(ak, {v.Load("b", At(i))}, c{i});");
            }

            foreach (int i in columns)
                w.Line(v.Store($"{v.Load("start", At(i))} + c{i}", "c", At(i)));
        }
    }

    /// <summary>One row times a matrix.</summary>
    public static void RowProduct(CodeWriter w, Vocabulary v)
    {
        string t = v.Scalar;
        string A(int i) => i == 0 ? "a" : i == 1 ? "Unsafe.Add(ref a, aDepth)" : $"Unsafe.Add(ref a, {i} * aDepth)";
        string B(int i) => i == 0 ? "b" : i == 1 ? "Unsafe.Add(ref b, bRow)" : $"Unsafe.Add(ref b, {i} * bRow)";
        int[] streams = Enumerable.Range(0, Streams).ToArray();
        w.Gap();
        w.Line($"""
            /// <summary>c = start + a b for one row: a is [depth], b is [depth x n], start and c are [n].</summary>
            /// <remarks>
            /// {Words(Streams)} rows of b at a time, in the order of memory: a single sample is bound by the reading of the weights. Rows that
            /// meet zeros only, as most of an image's background does, are not read at all.
            /// </remarks>
            {Vocabulary.Optimized}
            private static void RowProduct(int n, int depth, ref {t} a, nint aDepth, ref {t} b, nint bRow, ref {t} start, ref {t} c)
            """);
        using (w.Block())
        {
            w.Line($"for (int j = 0; j < n; j += {v.Lanes})");
            using (w.Indent())
                w.Line(v.Store(v.Load("start", "j"), "c", "j"));
            w.Gap();
            w.Line("int k = 0;");
            using (w.Block($"for (; k <= depth - {Streams}; k += {Streams}, a = ref Unsafe.Add(ref a, {Streams} * aDepth), b = ref Unsafe.Add(ref b, {Streams} * bRow))"))
            {
                w.Single($"if ({string.Join(" && ", streams.Select(i => $"{A(i)} == 0"))})", "continue;");
                foreach (int i in streams)
                    w.Line($"{v.Vector} a{i} = {v.Spread(A(i))};");
                using (w.Block($"for (int j = 0; j < n; j += {v.Lanes})"))
                {
                    w.Line($"{v.Vector} low = {v.VectorClass}.MultiplyAddEstimate(a1, {v.Load(B(1), "j")}, a0 * {v.Load(B(0), "j")});");
                    w.Line($"{v.Vector} high = {v.VectorClass}.MultiplyAddEstimate(a3, {v.Load(B(3), "j")}, a2 * {v.Load(B(2), "j")});");
                    w.Line(v.Store($"{v.Load("c", "j")} + (low + high)", "c", "j"));
                }
            }

            w.Gap();
            using (w.Block("for (; k < depth; k++, a = ref Unsafe.Add(ref a, aDepth), b = ref Unsafe.Add(ref b, bRow))"))
            {
                w.Line($"{v.Vector} a0 = {v.Spread("a")};");
                w.Line($"for (int j = 0; j < n; j += {v.Lanes})");
                using (w.Indent())
                    w.Line(v.Store($"{v.VectorClass}.MultiplyAddEstimate(a0, {v.Load("b", "j")}, {v.Load("c", "j")})", "c", "j"));
            }
        }
    }

    /// <summary>A few rows times a transposed matrix.</summary>
    public static void RowsTransposedProduct(CodeWriter w, Vocabulary v) => RowsTransposedProduct(w, v, hasPieces: false);

    /// <summary>A few rows times a transposed matrix whose columns stand in pieces with padding behind each.</summary>
    public static void RowsTransposedProductOfPieces(CodeWriter w, Vocabulary v) => RowsTransposedProduct(w, v, hasPieces: true);

    private static void RowsTransposedProduct(CodeWriter w, Vocabulary v, bool hasPieces)
    {
        string t = v.Scalar;
        string n = hasPieces ? "used" : "n";
        w.Gap();
        w.Line($"""
            /// <summary>c = a b^T for a few rows: a is [m x n], b is [count x n], c is [m x count].</summary>
            /// <remarks>
            /// For so few rows, transposing b first would cost more than it saves. A sum takes {(hasPieces ? "the used numbers of each piece" : "n numbers")} and none of the padding behind
            /// them, whatever stands there. A batch with NaN may have left it in the padding of c.
            /// </remarks>
            {Vocabulary.Optimized}
            private static void RowsTransposedProduct{(hasPieces ? "OfPieces" : "")}(int m, int n, {(hasPieces ? "int piece, int used, " : "")}int count, int padded, ref {t} a, nint aRow, ref {t} b, nint bRow, ref {t} c, nint cRow)
            """);
        using (w.Block())
        {
            w.Line($"int last = ({n} - 1) / {v.Lanes} * {v.Lanes};");
            w.Line($"{v.Vector} inRow = {v.VectorClass}.LessThan<{t}>({v.Vector}.Indices, {v.Spread($"({t})({n} - last)")});");
            using (w.Block("for (int row = 0; row < m; row++)"))
            {
                w.Line($"ref {t} ai = ref Unsafe.Add(ref a, row * aRow);");
                w.Line($"ref {t} ci = ref Unsafe.Add(ref c, row * cRow);");
                w.Line($"ref {t} bi = ref b;");
                using (w.Block("for (int i = 0; i < count; i++)"))
                {
                    w.Line($"{v.Vector} sum = {v.Vector}.Zero;");
                    using (hasPieces ? w.Block("for (int p = 0; p < n; p += piece)") : null)
                        SumOfRow(w, v, hasPieces ? "p" : "");
                    w.Line($"Unsafe.Add(ref ci, i) = {v.VectorClass}.Sum(sum);");
                    w.Line("bi = ref Unsafe.Add(ref bi, bRow);");
                }

                w.Line("MemoryMarshal.CreateSpan(ref Unsafe.Add(ref ci, count), padded - count).Clear();");
            }
        }
    }

    /// <summary>Whole vectors, then the last one as far as it is in the row.</summary>
    private static void SumOfRow(CodeWriter w, Vocabulary v, string start)
    {
        string At(string j) => start.Length == 0 ? j : $"{start} + {j}";
        string Added(string j) => $"{v.VectorClass}.MultiplyAddEstimate({v.Load("ai", At(j))}, {v.Load("bi", At(j))}, sum)";
        w.Single($"for (int j = 0; j < last; j += {v.Lanes})", $"sum = {Added("j")};");
        w.Line($"sum = {v.VectorClass}.ConditionalSelect(inRow, {Added("last")}, sum);");
    }
}
