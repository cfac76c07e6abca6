// GenNet's side of the comparison as a program of its own, which NativeAOT can compile. Usage: name, threads
using System.Globalization;
using GenNet.Benchmarks.Comparison;

return GenNetPeer.Serve(args[0], int.Parse(args[1], CultureInfo.InvariantCulture));
