; The data folder is shared by all Windows users of the PC. What lies in it is sealed, and every user who works with
; the program writes to it: so users may change its files, and nothing is inherited from ProgramData, under whose own
; list a file that one user made could not be changed by the next. Groups are named by SID, since their names differ
; by language: S-1-5-18 SYSTEM, S-1-5-32-544 Administrators, S-1-5-32-545 Users.

!macro customInstall
  SetShellVarContext all
  CreateDirectory "$APPDATA\Wegmarke"
  nsExec::ExecToLog '"$SYSDIR\icacls.exe" "$APPDATA\Wegmarke" /setowner *S-1-5-32-544'
  Pop $0
  nsExec::ExecToLog '"$SYSDIR\icacls.exe" "$APPDATA\Wegmarke" /inheritance:r /grant:r *S-1-5-18:(OI)(CI)F *S-1-5-32-544:(OI)(CI)F *S-1-5-32-545:(OI)(CI)M'
  Pop $0
  ${If} $0 != "0"
    DetailPrint "The access list of the data folder could not be set ($0)."
    SetErrorLevel 2
  ${EndIf}
!macroend

!macro customUnInstall
  ; The data folder stays: uninstalling must not lose records.
!macroend
