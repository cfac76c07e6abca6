using System;

// Else a project that is CLS-compliant itself would be warned of every network that it declares.
[assembly: CLSCompliant(true)]
